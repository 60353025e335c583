"""The guide as values: what a corpus holds, whatever file it came from and whatever shows it.

A `ref` is a permanent, authored id (`7`, `7.p2`, `co-optation`); pages are those of the document that the
corpus cites, None where it gives none. Texts are plain text, never markup; a newline parts two paragraphs.

One module for each subject, since making a frozen dataclass costs a fifth of a millisecond and a look-up needs
few of them. For the same reason they do without `eq` and `repr`.
"""
