# option: require-reason = true
"""Where a reason is asked for, ours must give one; so must blanket ones, and those of others are left to them."""

HOST = "10.2.0.7"  # lintel: ignore[LNT501]  # want: LNT910 @20 "`# lintel: ignore[LNT501]`" "gives no reason; write it behind ` -- `"
PORT = "10.2.0.7"  # lintel: ignore[LNT501] -- the address of the test stand
# lintel: off[LNT5]  # want: LNT910
# lintel: on[LNT5]
x = 1  # noqa: E501
y = 1  # lintel: ignore  # want: LNT910 "`# lintel: ignore`" "silences everything; name the codes that are meant"
