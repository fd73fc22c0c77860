"""The rules: `rules/<family>/<rule>.py`, one file a rule, named by what is wrong. Families do not import each other."""
