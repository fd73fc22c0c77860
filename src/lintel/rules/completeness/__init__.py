"""Is what is delivered finished, and does it say what it does: markers, stubs, logs, tests."""
