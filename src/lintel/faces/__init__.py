"""The faces of Lintel: each translates a request in, asks the composition root, and translates the answer out."""
