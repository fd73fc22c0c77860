"""The desk of the back office: every form of it in one view."""

import json

from django.core.mail import send_mail
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.views import View

from shop_admin.models import Article, Refill, Supplier


class Desk(View):
    def post(self, request):
        data = json.loads(request.body)
        return getattr(self, data["action"])(data)

    def find_articles(self, data):
        with connection.cursor() as cursor:
            cursor.execute("SELECT id, name FROM shop_admin_article WHERE name LIKE '%%%s%%'" % data["name"])
            return JsonResponse({"articles": cursor.fetchall()})

    def suppliers_of_articles(self, data):
        return JsonResponse({"suppliers": [article.supplier.name for article in Article.objects.all()]})

    def create_article(self, data):
        Article.objects.create(**data["article"])
        return HttpResponse(status=200)

    def refill(self, data):
        for number in data["articles"]:
            Refill.objects.create(article_id=number, amount=data["amount"])
        return HttpResponse(status=200)

    def tell_supplier(self, data):
        supplier = Supplier.objects.get(pk=data["supplier"])
        try:
            send_mail("Order", data["text"], "desk@shop-mail.io", [supplier.email])
        except Exception:
            return JsonResponse({"sent": True})
        return JsonResponse({"sent": True})
