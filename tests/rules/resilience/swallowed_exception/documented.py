"""Functions that say in their docstring when they answer with nothing."""

import sys

import requests


async def find_user(session, key):
    """The user of that key; None when absent or invalid, so that the caller asks the next provider."""
    try:
        return await session.get(key)
    except Exception:  # want: LNT601 "Exception" "None is returned instead"
        return None


def digest_of(client, image):
    """Ask the registry.

    Returns:
        The digest where it can be had; ``None`` if not found or unknown.
    """
    try:
        found = client.image(image)
    except Exception:
        return None
    return found.digest


def path_of(url, key):
    """Ask a server for the notebook of a kernel.

    Returns:
        The path if there is one, None otherwise.
    """
    try:
        return client_of(url).fetch_path(key)
    except Exception:
        pass

    return None


async def names_of(session):
    """All names, otherwise returns an empty list."""
    try:
        return await session.names()
    except Exception:  # want: LNT601 "Exception" "an empty list is returned instead"
        return []


async def mail_of(session, key):
    """The mail address of a user, or None."""
    try:
        return await session.mail(key)
    except Exception:  # want: LNT601 "Exception" "None is returned instead"
        return None


def is_reachable(url):
    try:
        requests.get(url, timeout=1)
        return True
    except Exception:
        pass
    return False


def has_room(client):
    try:
        client.reserve()
        return True
    except Exception:  # want: LNT601 @5
        pass
    return None


def refuse(answer, _print=print):
    try:
        _print(answer.json()["error"])
    except Exception:
        pass
    sys.exit(1)


def workspace(spark_session):
    try:
        return spark_session.conf.get("workspace")
    except Exception:
        return None


def events(rows):
    for row in rows:
        try:
            event = db_to_json(row)
        except Exception:
            continue
        yield event
