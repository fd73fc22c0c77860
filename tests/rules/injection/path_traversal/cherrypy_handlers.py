import os

import cherrypy
from cherrypy.lib.static import serve_file


class Files:
    def __init__(self, folder):
        self.folder = folder

    @cherrypy.expose
    def manual(self):
        return serve_file(os.path.join(self.folder, "manual.pdf"))

    @cherrypy.expose
    def default(self, *parts):
        return serve_file(os.path.join(self.folder, *parts))  # want: LNT121

    @cherrypy.expose
    def named(self, **options):
        with open(os.path.join(self.folder, os.path.basename(options["name"]))) as file:
            return file.read()

    @cherrypy.expose
    def raw(self, **options):
        with open(os.path.join(self.folder, options["name"])) as file:  # want: LNT121
            return file.read()
