"""Lintel's own engine: files to facts in worker processes, facts to a program, a program to findings."""
