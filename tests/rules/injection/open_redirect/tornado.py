from tornado.web import Application, RequestHandler, url


class AfterLogin(RequestHandler):
    def get(self):
        self.redirect(self.get_argument("next", "/"))  # want: LNT119

    def post(self):
        self.redirect(self.get_body_argument("next"))  # want: LNT119


class Moved(RequestHandler):
    def get(self, to):
        self.redirect(to)  # want: LNT119

    def post(self, to):
        self.redirect("/moved/" + to)


class Referer(RequestHandler):
    def get(self):
        self.redirect(self.request.headers["Referer"])  # want: LNT119


class Order(RequestHandler):
    def get(self, number):
        self.redirect(self.reverse_url("order", number))

    def post(self, number):
        self.redirect(f"/orders/{number}?page={self.get_query_argument('page')}")


class Again(RequestHandler):
    def get(self):
        self.redirect(self.request.uri)

    def post(self):
        self.redirect(self.get_signed_cookie("back").decode())


app = Application(
    [
        url(r"/after-login", AfterLogin),
        url(r"/moved/(.*)", Moved),
        url(r"/referer", Referer),
        url(r"/order/(\d+)", Order, name="order"),
        url(r"/again", Again),
    ]
)
