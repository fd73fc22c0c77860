from twisted.web import resource
from twisted.web.util import redirectTo


class Back(resource.Resource):
    def render_GET(self, request):
        request.redirect(request.getHeader(b"referer"))  # want: LNT119
        return b""

    def render_POST(self, request):
        return redirectTo(b"/done", request)

    def other(self, target):
        return redirectTo(target, None)
