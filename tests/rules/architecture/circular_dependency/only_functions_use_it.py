# file: app/models.py
from .signals import emit  # want: LNT405 "2 modules import one another while they load" "app.models -> app.signals -> app.models" "app.models -> app.signals" "only functions use what it imports"


class Base:
    def save(self):
        emit(self)
# file: app/signals.py
from app.models import Base  # fact: names: app.models.Base = app/models.py:Base


class Signal(Base):
    pass


def emit(sender):
    return Signal()
