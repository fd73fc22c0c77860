"""Failures that are undone, or answered with a number, and told to nobody."""


def version_of(session):
    try:
        version = session.query("Version").first()
    except Exception:  # want: LNT601 "Exception" "-1 is returned instead"
        return -1
    if version:
        return version.value
    return -1


def version(db):
    try:
        found = Version.query.filter_by(name="shop").first()
    except Exception:  # want: LNT601 "Exception" "-1 is returned instead"
        db.session.rollback()
        return -1
    return found.value if found else -1


def rename(db, order, name):
    try:
        order.rename(name)
        db.session.commit()
    except Exception:  # want: LNT601 "Exception" "the transaction is rolled back, and nobody is told"
        db.session.rollback()


async def store(session, row):
    try:
        session.add(row)
        await session.commit()
    except Exception:  # want: LNT601 "Exception" "False is returned instead"
        await session.rollback()
        return False
    return True


def keep_history(db, entry):
    try:
        db.session.merge(entry)
        db.session.commit()
    except Exception:
        db.session.rollback()
        # the query itself must not suffer


def rename_or_tell(db, order, name, answer):
    try:
        order.rename(name)
        db.session.commit()
    except Exception:
        db.session.rollback()
        answer.status = "not renamed"


async def cached(client, key, default=None):
    try:
        return await client.get(key)
    except:  # want: LNT601 "any exception" "default is returned instead"
        return default


async def translated(client, text):
    try:
        return await client.translate(text)
    except Exception:
        return text


def replies(values, chat):
    for value in values:
        try:
            data = load_reply(value)
        except Exception:
            continue
        if data.chat == chat:
            yield data


def tables_with_rows(connection, tables):
    for table in tables:
        try:
            count = connection.execute(f"SELECT COUNT(*) FROM {table}").scalar()
        except Exception:  # want: LNT601 "Exception" "the loop goes on"
            continue
        if count > 0:
            yield table
