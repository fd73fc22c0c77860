# file: shop/expressions.py
"""Expressions, lookups and functions of our own: what they write is SQL, what they bind is not."""

from django.db.models import Aggregate, Func, Lookup, Transform


class Inside(Transform):
    operator = "->"

    def __init__(self, key, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.key = key

    def as_sql(self, compiler, connection):
        lhs, params = compiler.compile(self.lhs)
        return "(%s %s '%s')" % (lhs, self.operator, self.key), params  # want: LNT103


class InsideBound(Inside):
    def as_sql(self, compiler, connection):
        lhs, params = compiler.compile(self.lhs)
        return "(%s %s %%s)" % (lhs, self.operator), [*params, self.key]


class InsideChecked(Inside):
    def as_sql(self, compiler, connection):
        if not str(self.key).isidentifier():
            raise ValueError(self.key)
        lhs, params = compiler.compile(self.lhs)
        return f"({lhs} -> '{int(self.key)}')", params


class Begins(Lookup):
    lookup_name = "begins"

    def as_sql(self, compiler, connection):
        lhs, lhs_params = self.process_lhs(compiler, connection)
        rhs, rhs_params = self.process_rhs(compiler, connection)
        return f"{lhs} LIKE {rhs} || '%%'", [*lhs_params, *rhs_params]

    def as_oracle(self, compiler, connection):
        lhs, params = self.process_lhs(compiler, connection)
        return f"{lhs} LIKE '{self.rhs}%%'", params  # want: LNT103

    def as_mysql(self, compiler, connection):
        sql, params = self.as_sql(compiler, connection)
        return "BINARY %s" % sql, params


class Joined(Aggregate):
    function = "GROUP_CONCAT"
    template = "%(function)s(%(distinct)s%(expressions)s SEPARATOR '%(separator)s')"

    def __init__(self, expression, separator=",", distinct=False, **extra):
        super().__init__(  # want: LNT103
            expression, separator=separator, distinct="DISTINCT " if distinct else "", **extra
        )


class JoinedByComma(Aggregate):
    function = "GROUP_CONCAT"
    template = "%(function)s(%(expressions)s SEPARATOR '%(separator)s')"

    def __init__(self, expression, **extra):
        super().__init__(expression, separator=", ", **extra)


class Within(Func):
    function = "ST_DWITHIN"
    precision = 5

    def as_oracle(self, compiler, connection, **extra_context):
        near = self.extra.get("near", 1)
        return self.as_sql(  # want: LNT103
            compiler, connection, template="%%(function)s(%%(expressions)s, %s)" % near, **extra_context
        )

    def as_sqlite(self, compiler, connection, **extra_context):
        return super().as_sql(compiler, connection, template="%(function)s(%(expressions)s, 1)", **extra_context)

    def as_mysql(self, compiler, connection):
        sql, params = super().as_sql(compiler, connection)
        return f"ROUND({sql}, {self.precision})", params


class PrecisionMixin:
    def as_postgresql(self, compiler, connection, **extra_context):
        sql, params = self.as_sql(compiler, connection, **extra_context)
        return "CAST(%s AS NUMERIC)" % sql, params


class Part(PrecisionMixin, Transform):
    part = None

    def __init__(self, expression, part=None):
        if self.part is None:
            self.part = part
        super().__init__(expression)

    def as_sql(self, compiler, connection):
        sql, params = compiler.compile(self.lhs)
        return connection.ops.date_extract_sql(self.part, sql), params  # want: LNT103


class KnownPart(Part):
    def as_sql(self, compiler, connection):
        if not connection.ops.extract_trunc_lookup_pattern.fullmatch(self.part):
            raise ValueError(self.part)
        sql, params = compiler.compile(self.lhs)
        return connection.ops.date_extract_sql(self.part, sql), params
