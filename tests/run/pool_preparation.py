"""Stands for what workers load before all else; knows which process loaded it."""

import os

PROCESS = os.getpid()
