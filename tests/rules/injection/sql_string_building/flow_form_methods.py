# Forms whose methods and fields say what they hold; views that are handed a form.

from django import forms
from django.db import connection
from django.http import HttpResponse
from django.views.generic import FormView
from django.urls import path
ORDERS = ("name", "size")
class F(forms.Form):
    name = forms.CharField()
    order = forms.CharField()
    size = forms.IntegerField()
    pick = forms.ChoiceField(choices=[("a", "A"), ("b", "B")])
    slug = forms.SlugField()
    rx = forms.RegexField(regex=r"^[a-z]+$")

    def clean_order(self):
        order = self.cleaned_data["order"]
        if order not in ORDERS:
            raise forms.ValidationError("no")
        return order

class V(FormView):
    form_class = F
    def form_valid(self, form):
        with connection.cursor() as c:
            c.execute(f"SELECT * FROM t WHERE n = '{form.cleaned_data['name']}'")  # want: LNT101
            c.execute(f"SELECT * FROM t ORDER BY {form.cleaned_data['order']}")
            c.execute(f"SELECT * FROM t WHERE n = {form.cleaned_data['size']}")
        return super().form_valid(form)

def view(request):
    form = F(request.POST)
    if form.is_valid():
        with connection.cursor() as c:
            c.execute(f"SELECT * FROM t WHERE n = '{form.cleaned_data['name']}'")  # want: LNT101
            c.execute(f"SELECT * FROM t ORDER BY {form.cleaned_data['order']}")
            c.execute(f"SELECT * FROM t WHERE n = {form.cleaned_data['size']}")
            c.execute(f"SELECT * FROM t WHERE n = '{form.cleaned_data['pick']}'")
            c.execute(f"SELECT * FROM t WHERE n = '{form.cleaned_data.get('slug')}'")
            c.execute(f"SELECT * FROM t WHERE n = '{form.cleaned_data['rx']}'")
            data = form.cleaned_data
            c.execute(f"SELECT * FROM t ORDER BY {data['order']}")
            c.execute(f"SELECT * FROM t WHERE n = '{data['name']}'")  # want: LNT101
    return HttpResponse("")
urlpatterns = [path("v", V.as_view()), path("w", view)]
