# Serializers whose methods and fields say what they hold.

from django.db import connection
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.response import Response
ORDERS = {"name", "size"}
class S(serializers.Serializer):
    name = serializers.CharField()
    order = serializers.CharField()
    size = serializers.IntegerField()
    pick = serializers.ChoiceField(choices=["a", "b"])
    rx = serializers.RegexField(r"^[a-z]+$")
    def validate_order(self, value):
        if value not in ORDERS:
            raise serializers.ValidationError("no")
        return value
    def validate_name(self, value):
        return value.strip()

@api_view(["POST"])
def view(request):
    s = S(data=request.data)
    s.is_valid(raise_exception=True)
    with connection.cursor() as c:
        c.execute(f"SELECT * FROM t WHERE n = '{s.validated_data['name']}'")  # want: LNT101
        c.execute(f"SELECT * FROM t ORDER BY {s.validated_data['order']}")
        c.execute(f"SELECT * FROM t WHERE n = {s.validated_data['size']}")
        c.execute(f"SELECT * FROM t WHERE n = '{s.validated_data['pick']}'")
        c.execute(f"SELECT * FROM t WHERE n = '{s.validated_data['rx']}'")
    return Response({})
