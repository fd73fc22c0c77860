import io

import numpy as np
import pandas as pd
import torch
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.post("/arrays")
def arrays():
    data = io.BytesIO(request.get_data())
    array = np.load(data, allow_pickle=True)  # want: LNT120
    array = np.load(data)
    array = np.load(data, allow_pickle=False)
    array = np.load("/srv/data/base.npy", allow_pickle=True)
    return jsonify(size=array.size)


@app.post("/weights")
def weights():
    data = io.BytesIO(request.get_data())
    found = torch.load(data, weights_only=False)  # want: LNT120
    found = torch.load(data, weights_only=True)
    found = torch.load(data)
    found = torch.load("/srv/data/model.pt", weights_only=False)
    return jsonify(layers=len(found))


@app.post("/table")
def table():
    frame = pd.read_pickle(io.BytesIO(request.get_data()))  # want: LNT120
    frame = pd.read_pickle("/srv/data/table.pkl")
    frame = pd.read_json(io.BytesIO(request.get_data()))
    return jsonify(rows=len(frame))
