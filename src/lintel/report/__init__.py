"""Findings to text: one file a format, no format knows another, and nothing but the values of floor 0 comes in."""
