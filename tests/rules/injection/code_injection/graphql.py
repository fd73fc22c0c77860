import ariadne
import graphene

query = ariadne.QueryType()
mutation = ariadne.MutationType()


@query.field("sum")
def sum_of(_, info, text, size=10):
    return eval(text) + eval(f"{size} + 1")  # want: LNT108


@mutation.field("total")
async def total(_, info, *, text):
    return eval(text)  # want: LNT108


class Sums(graphene.ObjectType):
    value = graphene.Int(text=graphene.String())
    other = graphene.Int(text=graphene.String())

    def resolve_value(root, info, text):
        return eval(text)  # want: LNT108

    @staticmethod
    def resolve_other(root, info, text="1"):
        return eval(text)  # want: LNT108

    def helper(root, info, text):
        return text


class Put(graphene.Mutation):
    class Arguments:
        number = graphene.Int()
        text = graphene.String()

    value = graphene.Int()

    @classmethod
    def mutate(cls, root, info, number, text):
        eval(f"{number} + 1")
        return Put(value=eval(text))  # want: LNT108
