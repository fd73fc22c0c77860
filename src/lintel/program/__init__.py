"""What the files of a project say together: one file per kind of linked fact, each with a text form that tests read."""
