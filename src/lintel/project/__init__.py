"""What a project is: its root, its files, its settings, its module names, and graphs over them. Pure functions."""
