"""What one file says: one file per kind of fact (its shape and its extraction), and the flow IR's lowering.

Facts are msgspec structs without a reference to syntax; places are ordinals (`source.walk.Walked.ordinal`), which
`source.positions` turns into lines when something is shown.
"""
