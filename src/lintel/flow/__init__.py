"""What values do inside functions: the flow IR and its text form. Pure: this room names no library and no rule."""
