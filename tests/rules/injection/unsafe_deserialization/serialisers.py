import cloudpickle
import dill
import joblib
import jsonpickle
import msgpack
import orjson
from flask import Flask, jsonify, request

app = Flask(__name__)
MODEL = joblib.load("/srv/app/model.joblib")


@app.post("/task")
def task():
    data = request.get_data()
    function = dill.loads(data)  # want: LNT120
    function = cloudpickle.loads(data)  # want: LNT120
    wanted = msgpack.unpackb(data)
    wanted = orjson.loads(data)
    copy = dill.loads(dill.dumps([len(data)]))
    return jsonify(function=repr(function), wanted=bool(wanted), copy=copy)


@app.post("/object")
def restored():
    text = request.form["object"]
    found = jsonpickle.decode(text)  # want: LNT120
    text_again = jsonpickle.encode({"size": len(text)})
    model = joblib.load(request.form["model"])  # want: LNT120
    model = joblib.load("/srv/app/other.joblib")
    return jsonify(found=str(found), again=text_again, score=model.score())
