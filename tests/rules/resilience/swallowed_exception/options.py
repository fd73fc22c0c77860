# option: broad = ["builtins.OSError"]


def send(client):
    try:
        client.send()
    except OSError:  # want: LNT601 "OSError"
        pass


def send_again(client):
    try:
        client.send()
    except Exception:
        pass


def send_and_log(client, log):
    try:
        client.send()
    except OSError as error:
        log.warning("not sent: %s", error)
