"""Rules about values that a client decides and that reach a place where they do harm."""
