"""Tables of the back office."""

from django.db import models


class Supplier(models.Model):
    name = models.CharField(max_length=120)
    email = models.EmailField()


class Article(models.Model):
    name = models.CharField(max_length=120)
    supplier = models.ForeignKey(Supplier, on_delete=models.CASCADE, related_name="articles")
    price = models.IntegerField()

    class Meta:
        ordering = ["name"]


class Refill(models.Model):
    article = models.ForeignKey(Article, on_delete=models.CASCADE)
    amount = models.IntegerField()
    done = models.BooleanField(default=False)
