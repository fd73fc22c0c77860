# option: tags = ["LATER"]
# option: phrases = ["bis auf weiteres"]
# LATER: its own word  # want: LNT907 "LATER" "its own word"
# TODO: not a word here
# Bis auf weiteres fest  # want: LNT907 "'bis auf weiteres'"
# implement me
# sooner or later
value = 1
