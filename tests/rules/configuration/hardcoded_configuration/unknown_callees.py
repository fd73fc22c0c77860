# file: shop/start.py
"""What no row of knowledge describes is judged by the names under which it is passed, and by what stands beside it."""

from shop.pool import Pool, Server, probe


def start(port):
    Pool(host="localhost", port=5432)  # want: LNT501 @15 "host" "localhost" "as host"
    Pool(host="localhost", port=port)
    Pool(host="localhost")
    Pool(url="http://localhost:9200")  # want: LNT501 @14
    Pool(url="http://localhost")
    Pool("http://billing.internal:8080/v1")  # want: LNT501 @10 "address"
    Pool("https://api.vendor.com/v1")
    Pool("https://jira.bigcorp.com/browse/SHOP-1")
    Pool(base_url="https://jira.bigcorp.com/rest")  # want: LNT501 @19
    Pool(**{"host": "127.0.0.1", "user": "shop"})  # want: LNT501 @21
    Pool(sender="orders@bigcorp.com", author="orders@bigcorp.com")  # want: LNT501 @17 "mail address"
    Server(host="0.0.0.0", port=port)  # want: LNT501 @17 "bind address"
    Server(host="0.0.0.0", port=port, reload=True)
    probe(address="0.0.0.0")
    probe.endpoint = "http://localhost:9200"
    probe.update({"SHOP_EMAIL_SENDER": "orders@bigcorp.com"})  # want: LNT501 "mail address"


def guarded(app, settings):
    app.add(allow_origins=["https://shop.bigcorp.com", "http://localhost:3000"])  # want: LNT501 @28 "allowed origin"
    app.add(allow_origins=["http://localhost:3000"])
    app.add(allowed_hosts=["shop.bigcorp.com"])
    if settings.debug:
        Pool(host="localhost", port=5432)
    url = "http://localhost:9200" if settings.is_local else settings.url
    if settings.url:
        target = settings.url
    else:
        target = "http://billing.internal:8080"
    return Pool(url, target)


def add_sample_pools():
    Pool(host="localhost", port=5432)
    return Pool(url="https://grafana.bigcorp.com/docs/pools")


if __name__ == "__main__":
    start(8000)
    Server(host="0.0.0.0", port=8000)

# file: shop/cli/load.py
from shop.pool import Pool


def load():
    return Pool(host="localhost", port=5432)


# file: shop/__main__.py
from shop.pool import Server

if __name__ == "__main__":
    Server(host="0.0.0.0", port=8000)  # want: LNT501


# file: shop/demo/load.py
import redis

from shop.pool import Pool

Pool(host="localhost", port=5432)
QUEUE = redis.Redis(host="localhost", port=6379)


# file: shop/requests.py
"""A name of a setting means one only where settings are given; addresses of protocols are the same everywhere."""

from shop.pool import Pool, make


def request(app):
    app.config.update(SERVER_NAME="shop-front")  # want: LNT501 @35
    app.find(host="239.255.255.250", port=1900)
    Pool(host="255.255.255.255", port=67)
    return make(SERVER_NAME="shop_request")

# file: shop/letters.py
"""Who is written to stands beside a subject."""

from shop.pool import make, read


def tell(text):
    make({"sender": text, "to": "orders@bigcorp.com", "subject": "Orders"})  # want: LNT501 @33 "mail address"
    make({"from": "orders@bigcorp.com", "until": text})
    recipients = ["makers@shop.io"]  # want: LNT501 @19 "mail address"
    make(text, recipients)
    authors = ["makers@shop.io"]
    make(text, authors)
    return read(f"http://master.mesos/apps/{text}")  # want: LNT501 @17

# file: shop/names/constants.py
orders_server = "https://shop.bigcorp.com/v1/orders"  # want: LNT501
folder = "/data/orders"
