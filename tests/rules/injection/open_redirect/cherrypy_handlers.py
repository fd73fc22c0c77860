import cherrypy


class Root:
    def __init__(self, home):
        self.home = home

    @cherrypy.expose
    def login(self, user, came_from="/"):
        if user:
            raise cherrypy.HTTPRedirect(came_from)  # want: LNT119
        raise cherrypy.HTTPRedirect(self.home)

    @cherrypy.expose
    def article(self, number):
        raise cherrypy.HTTPRedirect("/articles/" + number)

    @cherrypy.expose
    def back(self):
        raise cherrypy.HTTPRedirect(cherrypy.request.headers["Referer"])  # want: LNT119

    def hidden(self, where):
        raise cherrypy.HTTPRedirect(where)


class Api:
    @cherrypy.expose
    @cherrypy.tools.json_out()
    def index(self, **options):
        raise cherrypy.HTTPRedirect(options["next"])  # want: LNT119
