"""Rules about how data is read and written."""
