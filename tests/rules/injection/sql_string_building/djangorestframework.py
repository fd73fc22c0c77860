from django.db import connection
from rest_framework import serializers
from rest_framework.decorators import action, api_view
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import ViewSet


class PersonSerializer(serializers.Serializer):
    name = serializers.CharField()
    age = serializers.IntegerField()


class People(APIView):
    def get(self, request):
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM people WHERE name = '%s'" % request.query_params["name"])  # want: LNT101
            return Response(cursor.fetchall())

    def post(self, request):
        serializer = PersonSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT 1 FROM people WHERE name = '{serializer.validated_data['name']}'")  # want: LNT101
            cursor.execute(f"SELECT 1 FROM people WHERE age = {serializer.validated_data['age']}")
            cursor.execute("INSERT INTO people (name) VALUES (%s)", [serializer.validated_data["name"]])
        return Response(status=201)


class Notes(ViewSet):
    def list(self, request):
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM notes WHERE text = %s", [self.request.query_params["text"]])
            return Response(cursor.fetchall())

    def retrieve(self, request, pk=None):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM notes WHERE code = '{pk}'")  # want: LNT101
            return Response(cursor.fetchall())

    @action(detail=True, methods=["post"])
    def copy(self, request, pk=None):
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO notes (text) VALUES ('{request.data['text']}')")  # want: LNT101
            cursor.execute(f"SELECT * FROM notes WHERE id = {int(pk)}")
            return Response(cursor.fetchall())


@api_view(["GET"])
def count(request):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM notes WHERE id > {int(request.GET['after'])}")
        return Response(cursor.fetchone())
