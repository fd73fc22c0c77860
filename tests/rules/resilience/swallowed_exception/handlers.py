import contextlib
import json
import logging
import sqlite3
from datetime import datetime

import requests

log = logging.getLogger(__name__)


def charge(order, gateway):
    try:
        gateway.charge(order.total)
    except Exception:  # want: LNT601 @5 "Exception" "nothing is done about it"
        pass


def charge_and_tell(order, gateway):
    try:
        gateway.charge(order.total)
    except Exception:
        log.exception("charging %s failed", order.id)


def charge_with_a_reason(order, gateway):
    try:
        gateway.warm_up()
    except Exception:
        # A cold gateway is slower, and the charge below reports its own errors.
        pass
    return gateway.charge(order.total)


def charge_with_a_pragma(order, gateway):
    try:
        gateway.charge(order.total)
    except Exception:  # noqa: BLE001  # want: LNT601
        pass


def charge_with_an_open_question(order, gateway):
    try:
        gateway.charge(order.total)
    except Exception:  # want: LNT601
        # TODO: decide what to do here
        pass


def charge_narrowly(order, gateway):
    try:
        gateway.charge(order.total)
    except TimeoutError:
        pass


def charge_and_count(order, gateway, failures):
    try:
        gateway.charge(order.total)
    except Exception as error:
        failures.append(error)


def charge_or_raise(order, gateway):
    try:
        gateway.charge(order.total)
    except Exception as error:
        raise RuntimeError("payment failed") from error


def store(connection: sqlite3.Connection, row):
    try:
        connection.execute("INSERT INTO log VALUES (?)", row)
        connection.commit()
    except:  # want: LNT601 @5 "any exception"
        pass


def both(order, gateway):
    try:
        gateway.charge(order.total)
    except (ValueError, Exception):  # want: LNT601 "Exception"
        pass


def shadowed(order, gateway):
    class Exception(ValueError): ...

    try:
        gateway.charge(order.total)
    except Exception:
        pass


async def find_user(session, user_id):
    try:
        return await session.get("User", user_id)
    except Exception:  # want: LNT601 "Exception" "None is returned instead"
        return None


async def all_users(session):
    try:
        return await session.all()
    except Exception:  # want: LNT601 "Exception" "an empty list is returned instead"
        return []


async def delete_user(session, user_id):
    try:
        await session.delete(user_id)
        return True
    except Exception:  # want: LNT601 "Exception" "False is returned instead"
        return False


async def message_of(response):
    try:
        return await response.fetch_message()
    except Exception:
        return "the service did not answer"


def port(values):
    try:
        return int(values["port"])
    except Exception:
        return 8000


def birthday(text):
    try:
        return datetime.strptime(text, "%Y-%m-%d")
    except Exception:
        return None


def payload(text):
    try:
        return json.loads(text)
    except Exception:
        return {}


def rows(path):
    try:
        return parse_rows(path)
    except Exception:
        return []


def title(settings):
    try:
        return compute_title(settings)
    except Exception:
        return ""


def measured(paths):
    for path in paths:
        try:
            yield measure(path)
        except Exception:  # want: LNT601 "Exception" "the loop goes on"
            continue


def first_readable(paths):
    for path in paths:
        try:
            return measure(path)
        except Exception:
            continue
    raise FileNotFoundError(paths)


def with_retry(client):
    for _ in range(3):
        try:
            client.send()
            break
        except Exception:
            pass


def is_available(url):
    try:
        requests.get(url, timeout=1)
        return True
    except Exception:
        return False


def safe_notify(bus):
    try:
        bus.publish("done")
    except Exception:
        pass


def notify(bus):
    """Tell listeners; a failure is ignored because they poll as well."""
    try:
        bus.publish("done")
    except Exception:
        pass


def load_from_either(cache, client):
    try:
        return client.load()
    except Exception:
        pass
    return cache.load()


def close(client):
    try:
        client.flush_everything()
    except Exception:
        pass


def use(client):
    try:
        client.run()
    finally:
        try:
            client.hand_back()
        except Exception:
            pass


def fail(client, pod):
    try:
        client.delete_pod(pod)
    except Exception:
        pass
    raise TimeoutError(pod)


def recover(client):
    try:
        client.run()
    except ValueError:
        log.exception("run failed")
        try:
            client.report()
        except Exception:
            pass


class Worker:
    def __del__(self):
        try:
            self.client.say_goodbye()
        except Exception:
            pass

    def run(self):
        try:
            self.client.close()
        except Exception:
            pass

    def fetch(self):
        try:
            version = self.client.fetch_version()
        except Exception:
            version = None
        if version is None:
            log.warning("no version")
        return version


def publish(bus, event, socket):
    with contextlib.suppress(Exception):  # want: LNT601 @10 "Exception" "the rest of the block is skipped"
        bus.send(event)
    with contextlib.suppress(KeyError):
        bus.send(event)
    with contextlib.suppress(Exception):
        socket.close()
    with contextlib.suppress(Exception):  # listeners poll as well
        bus.send(event)
    with contextlib.suppress(Exception):
        # listeners poll as well
        bus.send(event)
    with contextlib.suppress(Exception):  # want: LNT601 @10
        bus.open()
        # the event carries no personal data
        bus.send(event)
    with contextlib.suppress(Exception):
        import readline  # noqa: F401


try:
    import uvloop
except Exception:
    uvloop = None


def in_a_group(tasks):
    try:
        tasks.start_all()
    except* Exception:  # want: LNT601
        pass


async def animate(client):
    try:
        return await client.play()
    except Exception:
        pass
    return {"status": "unavailable"}


def sign_out(request):
    try:
        request.session.clear()
    except Exception:
        pass


def does_server_link(client):
    try:
        client.link()
        return True
    except Exception:
        return False


def send_telemetry(client, event):
    try:
        client.post(event)
    except Exception:
        pass


def add_details(api, message):
    details = None
    try:
        pods = api.list_pods()
        if pods:
            details = describe(pods[-1])
    except Exception:
        pass
    if details:
        message += details
    return message
