import ast


def limit(value):
    return eval(value)  # want: LNT108


def factor(options):
    return float(eval(options.get("factor", "1"), {"__builtins__": {}}))  # want: LNT108


def names(tree, namespace):
    code = compile(tree, "<tree>", "eval")
    return eval(code, namespace)


def run(source, namespace):
    exec(source, namespace)


def literal(value):
    return ast.literal_eval(value)


def constant():
    return eval("1 << 20")
