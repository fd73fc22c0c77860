"""A shop.

TODO: say what it sells  # want: LNT907 @1 "TODO" "say what it sells"
"""

# TODO: add the tax  # want: LNT907 @1 "TODO" "add the tax"
# FIXME later  # want: LNT907 "FIXME" "later"
# XXX  # want: LNT907 "XXX"
# HACK(anna): the library rounds down  # want: LNT907 "HACK" "the library rounds down"
# TODO [SHOP-12]: move  # want: LNT907 "TODO" "move"
# todo: small letters  # want: LNT907 "TODO" "small letters"
#: TODO: an attribute's comment  # want: LNT907 "TODO"
## TODO: two hashes  # want: LNT907 "TODO"
price = 1  # TODO: read it from the list  # want: LNT907 @12 "TODO"
cost = 2  # noqa: E501 # TODO: and this one  # want: LNT907 @11 "TODO"
# Prices are net. FIXME: not for books  # want: LNT907 @1 "FIXME" "not for books"
fee = 3  # noqa: D401, pylint: disable=unused-argument # TODO Remove once fees are gone  # want: LNT907 "TODO"
rate = 4  # the rate of last year #TODO ask the bank  # want: LNT907 "TODO" "ask the bank"
# todo- round it up  # want: LNT907 "TODO" "round it up"
# @todo  # want: LNT907 "TODO"
# [TODO]: move it  # want: LNT907 "TODO" "move it"
##[TODO] use the rate of the bank  # want: LNT907 "TODO" "use the rate of the bank"
# The rate of books (FIXME remove with the old list)  # want: LNT907 "FIXME"
# TBD  # want: LNT907 "TBD"
# This is hard coded for now, it comes from the device.  # want: LNT907 "'hard coded for now'"
# Your code here  # want: LNT907 "'your code here'"

# TODO list of the user, newest first
# TODOs are sorted by date
# todo items belong to one list
# TODO-lists are shared
# a todo: is what the user enters
# hackathon starts on Monday
# The mask is XXX-XX-XXXX
# XXX-12 is the code of the plan
# Nothing to do here
# The colour of #XXX is not known
# It is used for now and later
# See todo.py
# An entry whose state is TODO is open
# The TODO in lists.py says why
# A state of "TODO" is open
title = "TODO: write"
status = {"TODO": 1, "FIXME": 2}
help_text = """
TODO: this is a value, not a docstring
"""


class Todo:
    """One entry of a to-do list.

    TODO entries are open, DONE entries are not.
    """

    state = "TODO"

    def finish(self):
        """Close the entry.

        FIXME: tell the watchers  # want: LNT907 @9 "FIXME" "tell the watchers"

        .. todo:: describe the event  # want: LNT907 @9 "TODO" "describe the event"
        """
        return self.state

    def notify(self):
        """Send a mail. In a real application this would use a queue.  # want: LNT907 "'in a real application'"

        Subclasses: to be implemented by the mailer of the project.
        """
        return "TODO"


class TodoList:
    """The entries of one user; "TODO: x" is how they are typed in."""

    OPEN, DONE = "TODO", "DONE"

    def __init__(self, entries):
        self.entries = entries

    def typed_in(self, line):
        # Lines such as "TODO buy milk" come from the import dialog.
        state, _, text = line.partition(": ")
        entry = {"state": state, "text": text}
        self.entries.append(entry)
        return entry

    def open(self):
        return [each for each in self.entries if each["state"] == "TODO"]

    def masked(self, number):
        # Shown as XXX-XX-1234.
        return f"XXX-XX-{number[-4:]}"

    def is_fixme(self, entry):
        return entry["text"].startswith("FIXME: ")

    def count(self):
        # A rule such as "TODO!" would even be split in two.
        return len(self.entries)

    def names(self):
        # Entries (todo and done ones) by name.
        return sorted(entry["text"] for entry in self.entries)

    def closed(self):
        # Entries that are not TODO any more.
        closed = [each for each in self.entries if each["state"] != "TODO"]
        closed.reverse()
        return closed
