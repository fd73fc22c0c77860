"""What libraries do, as data: `data/<library>.yaml` in the access-path language of `paths`, read by `loader`.

Rows name where (a path), what (a word of `kinds`) and why. Rules ask `index.Knowledge` by kind, and never name a
library.
"""
