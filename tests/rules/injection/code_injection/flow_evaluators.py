"""Text that is run as code, and text that is only read as data."""

import ast
import json
import math
import operator

from flask import Flask, abort, request

app = Flask(__name__)
OPERATIONS = {"add": operator.add, "sub": operator.sub}
FORMULAS = {"double": "n * 2", "square": "n ** 2"}


class Calculator:
    def eval(self, text):
        return len(text)

    def compile(self, text):
        return text.split()


@app.get("/1")
def evaluated():
    return str(eval(request.args["formula"]))  # want: LNT108


@app.get("/2")
def read_as_literal():
    return str(ast.literal_eval(request.args["formula"]))


@app.get("/3")
def executed():
    exec("result = " + request.args["formula"])  # want: LNT108
    return ""


@app.get("/4")
def constant_executed():
    names = {"asked": request.args["formula"]}
    exec("result = len(asked)", names)
    return str(names["result"])


@app.get("/5")
def without_builtins():
    return str(eval(request.args["formula"], {"__builtins__": {}}, {"pi": math.pi}))  # want: LNT108


@app.get("/6")
def with_number():
    n = int(request.args["n"])
    return str(eval(f"{n} ** 2 + 1"))


@app.get("/7")
def with_text():
    n = request.args["n"]
    return str(eval(f"{n} ** 2 + 1"))  # want: LNT108


@app.get("/8")
def chosen_formula():
    formula = FORMULAS.get(request.args["formula"], "n")
    return str(eval(formula, {"n": int(request.args["n"])}))


@app.get("/9")
def chosen_formula_or_as_sent():
    formula = FORMULAS.get(request.args["formula"]) or request.args["formula"]
    return str(eval(formula, {"n": int(request.args["n"])}))  # want: LNT108


@app.get("/10")
def compiled():
    code = compile(request.args["formula"], "<formula>", "eval")
    return str(code.co_names)


@app.get("/11")
def own_methods():
    calculator = Calculator()
    return str(calculator.eval(request.args["formula"])) + calculator.compile(request.args["formula"])[0]


@app.get("/12")
def dispatched():
    operation = OPERATIONS.get(request.args["op"])
    if operation is None:
        abort(400)
    return str(operation(int(request.args["a"]), int(request.args["b"])))


@app.get("/13")
def known_formula():
    formula = request.args["formula"]
    if formula not in ("1 + 1", "2 * 2"):
        abort(400)
    return str(eval(formula))


@app.get("/14")
def formula_starts_well():
    formula = request.args["formula"]
    if not formula.startswith("1 +"):
        abort(400)
    return str(eval(formula))  # want: LNT108


@app.post("/15")
def json_body():
    rows = json.loads(request.data)
    return str(eval(rows["formula"]))  # want: LNT108


@app.post("/16")
def json_body_only_read():
    rows = json.loads(request.data)
    return str(json.dumps(rows["formula"]))


@app.get("/17")
def other_place():
    formulas = ["1 + 1", request.args["formula"], "2 + 2"]
    return str(eval(formulas[2]))


@app.get("/18")
def same_place():
    formulas = ["1 + 1", request.args["formula"], "2 + 2"]
    del formulas[0]
    return str(eval(formulas[0]))  # want: LNT108


@app.get("/19")
def quoted_by_hand():
    text = request.args["text"].replace("'", "")
    return str(eval("'" + text + "'.upper()"))  # want: LNT108


@app.get("/20")
def evaluated_by_another_name():
    run = eval
    return str(run(request.args["formula"]))  # want: LNT108


@app.get("/21")
def mapped_over():
    return str(list(map(eval, request.args.getlist("formula"))))  # want: LNT108


@app.get("/22")
def mapped_over_constants():
    return str(list(map(eval, ["1 + 1", "2 + 2"])))
