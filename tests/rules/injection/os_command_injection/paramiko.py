import shlex

import paramiko
from flask import Flask, jsonify, request

app = Flask(__name__)
UNITS = frozenset({"nginx", "postgresql"})


def connected():
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    client.connect("node.internal", username="deploy")
    return client


@app.post("/restart")
def restart():
    unit = request.json["unit"]
    client = connected()
    client.exec_command(f"systemctl restart {unit}")  # want: LNT106
    if unit in UNITS:
        client.exec_command(f"systemctl restart {unit}")
    client.exec_command("systemctl restart " + shlex.quote(unit))
    client.exec_command("systemctl daemon-reload")
    return jsonify(ok=True)


@app.get("/tail")
def tail():
    client = connected()
    lines = int(request.args.get("lines", "50"))
    _, out, _ = client.exec_command(f"tail -n {lines} /var/log/app.log")
    channel = client.get_transport().open_session()
    channel.exec_command("grep " + request.args["word"] + " /var/log/app.log")  # want: LNT106
    return out.read()
