"""Django takes %s and %(name)s, whatever the database."""

from django.db import connection, models


class User(models.Model):
    name = models.CharField(max_length=50)


def find(name: str, mail: str):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM users WHERE name = ?", [name])  # want: LNT316
        cursor.execute("SELECT * FROM users WHERE name = '%s'", [name])  # want: LNT316
        cursor.execute("SELECT * FROM users WHERE name = %s AND mail = %s", [name])  # want: LNT316
        cursor.execute("SELECT * FROM users WHERE name = %s AND mail = %s", [name, mail])
        cursor.execute("SELECT * FROM users WHERE name = %(name)s", {"name": name})
        cursor.execute("SELECT * FROM users WHERE name LIKE 'a%%' AND mail = %s", [mail])
        cursor.execute("SELECT * FROM users WHERE name LIKE 'a%'")
    User.objects.raw("SELECT * FROM users WHERE name = :name", {"name": name})  # want: LNT316
    User.objects.raw("SELECT * FROM users WHERE name = %(name)s", {"name": name})
    return User.objects.raw("SELECT * FROM users WHERE name = %s", [name])
