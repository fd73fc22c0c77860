# file: tests/test_app.py
def test_nothing_is_raised(client):
    try:
        client.send()
    except Exception:
        pass


# file: app/send.py
def send(client):
    try:
        client.send()
    except Exception:  # want: LNT601
        pass


# file: app/send.py #2
# rechecked: app/send.py
def send(client, log):
    try:
        client.send()
    except Exception:
        log.exception("not sent")
