# option: allow-linked = true
# TODO(#12): accepted, the tracker has it
# FIXME: SHOP-34 accepted as well
# TODO: see https://example.org/issues/7
# TODO: no link  # want: LNT907 "TODO" "no link"
# TODO: number 12 is no link  # want: LNT907
x = 1
y = 2
