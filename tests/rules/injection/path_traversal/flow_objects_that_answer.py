# Objects whose methods answer a route: the request, the answer, then the pieces of the path.

import falcon


class Pages:
    def __init__(self, folder):
        self.folder = folder

    def on_get(self, inquiry, answer, name):
        with open(f"{self.folder}/{name}") as file:  # want: LNT121
            answer.text = file.read()

    def on_put(self, inquiry, answer, number):
        with open(f"{self.folder}/page-{number}") as file:
            answer.text = file.read()

    def on_post(self, inquiry, answer, name):
        with open(f"{self.folder}/{answer}") as file:
            answer.text = file.read()

    def renamed(self, name):
        with open(f"{self.folder}/{name}") as file:
            return file.read()


app = falcon.App()
app.add_route("/pages/{name}", Pages("/srv/pages"))
app.add_route("/numbers/{number:int}", Pages("/srv/pages"))
