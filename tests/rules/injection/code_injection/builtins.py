import ast
import importlib
import operator
import runpy

from flask import Flask, jsonify, request

app = Flask(__name__)
OPERATIONS = {"add": operator.add, "mul": operator.mul}
EXPORTERS = {"csv": "shop.export_csv", "json": "shop.export_json"}


@app.get("/calc")
def calc():
    expression = request.args["expression"]
    result = eval(expression)  # want: LNT108
    result = ast.literal_eval(expression)
    result = eval("1 + 1")
    result = OPERATIONS[request.args["operation"]](2, 3)
    result = eval(f"{int(expression)} * 2")
    return jsonify(result=result)


@app.post("/script")
def script():
    source = request.get_json()["source"]
    exec(source, {})  # want: LNT108
    exec("x = 1", {})
    code = compile(source, "<client>", "exec")
    tree = ast.parse(source)
    return jsonify(names=len(tree.body), size=len(source), code=bool(code))


@app.get("/export")
def export():
    kind = request.args["kind"]
    module = importlib.import_module(kind)  # want: LNT108
    module = importlib.import_module(EXPORTERS[kind])
    if kind in ("csv", "json"):
        module = importlib.import_module(kind)
    module = __import__("shop.exporters." + kind)  # want: LNT108
    runpy.run_path(request.args["file"])  # want: LNT108
    runpy.run_path("/srv/app/job.py")
    return module.__name__
