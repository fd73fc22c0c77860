"""Annotations are code of the program itself; other texts are not."""


def resolved(hint, scope):
    return eval(hint.__forward_arg__, scope)


def of_class(cls, scope):
    return {name: eval(hint, scope) for name, hint in cls.__annotations__.items()}


def of_text(hint, scope):
    return eval(hint.text, scope)  # want: LNT108
