"""Handlers of a Jupyter server extension, which are Tornado's."""

import json
import shlex
import subprocess

from jupyter_server.base.handlers import APIHandler, JupyterHandler
from tornado import web


class Runs(APIHandler):
    @web.authenticated
    def post(self):
        body = self.get_json_body()
        return self.finish(subprocess.check_output(f"git log {body['branch']}", shell=True))  # want: LNT106

    @web.authenticated
    def get(self):
        branch = self.get_query_argument("branch")
        return self.finish(subprocess.check_output("git log " + branch, shell=True))  # want: LNT106

    @web.authenticated
    def put(self):
        branch = self.get_query_argument("branch")
        return self.finish(subprocess.check_output("git log " + shlex.quote(branch), shell=True))

    @web.authenticated
    def delete(self, number):
        body = json.loads(self.request.body)
        return self.finish(subprocess.check_output(f"git log -n {int(body['count'])}", shell=True))


class Old(JupyterHandler):
    def get(self, branch):
        return self.finish(subprocess.check_output(["git", "log", "--", branch]))

    def post(self, branch):
        return self.finish(subprocess.check_output(f"git log {branch}", shell=True))  # want: LNT106
