"""The store: bytes by key, kept between runs in `.lintel_cache/`, knowing no shape.

A store is never needed for a right answer: whatever is wrong with it (damaged, foreign, locked, not writable) is a
miss, and a notice where the user should know. `folder.open_store` is the door, `contract.Store` the promise.
"""
