"""One file, as far as it alone can say: decoded, guarded, parsed once, walked once; places, comments, scopes, names.

The only room that imports LibCST.
"""
