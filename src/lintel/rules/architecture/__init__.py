"""Rules about the shape of the whole: what depends on what, and which part does too much."""
