# file: a/one.py
from a import two

VALUE = two.VALUE
# file: a/two.py
from a import one  # want: LNT405 "2 modules import one another while they load" "a.two -> a.one -> a.two"


VALUE = 1


def value():
    return one.VALUE
# file: b/one.py
try:
    from b.two import fast  # want: LNT405 @5 "2 modules import one another while they load" "b.one -> b.two -> b.one" "b.one -> b.two" "only functions use what it imports"
except ImportError:
    fast = None


def slow():
    return fast()
# file: b/two.py
from b.one import slow

DEFAULT = slow


def fast():
    return 1
