"""Shared by all tests: how this process treats signals, which the programs that tests start inherit."""

from __future__ import annotations

import signal

# A shell starts a job in the background with interrupts ignored, and a program keeps what it inherits: tests that press
# Ctrl-C would then press in vain. A handler of one's own is not inherited, so the children begin as at a terminal.
signal.signal(signal.SIGINT, signal.default_int_handler)
