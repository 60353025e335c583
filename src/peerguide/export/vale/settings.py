"""What goes along with the rules: a configuration that uses them, and what a reader should know of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.export.credits import credit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.export.selection import Selection

CONFIGURATION = """\
# A configuration for Vale that uses the style "Peerguide". Put what you need of it into your own.

StylesPath = styles
MinAlertLevel = suggestion

# What other people said is left as they said it: block quotes here, quotations below.
SkippedScopes = script, style, pre, figure, blockquote

[*.{md,txt}]
BasedOnStyles = Peerguide
TokenIgnores = (\\x22(?:[^\\x22\\n]|\\n[^\\x22\\n])+\\x22), (\u201c(?:[^\u201d\\n]|\\n[^\u201d\\n])+\u201d)

# To leave a rule out, or to make it count for more or less:
# Peerguide.client = NO
# Peerguide.addict = warning
"""

README = """\
# Peerguide, a style for Vale

Words that strain plain, person-first, non-clinical language, each with a reason and other words for it. A rule is a file;
`peerguide language` finds the same words without Vale. It is made for Vale 3.

Levels say how sure a rule is: `error` is sure, `warning` likely, and at `suggestion` ask, since some people choose these
words for themselves. Vale leaves with exit code 1 after an error; `vale --no-exit` only tells.

The ref at the end of a message, such as 11.s4, is what a guide says to it. To read it: `peerguide role 11.s4` (s is a supervisor's part,
p a practice).

## What Vale cannot say, and peerguide can

- Quotations are left alone in Markdown, by the two patterns under `TokenIgnores` in `.vale.ini`; in plain text Vale looks at them.
- What people say of themselves is left alone only right after "I" or "we" and a few small words, such as "I am a recovering ...".
  In longer sentences, and after "they call themselves ...", `peerguide language` sees more.
- Words that are only named ("the word ...") or set against others ("rather than ...") are left alone only right after such words.
- Words that must stand near, or that make it fine by standing near, are looked for in the same block of text, which
  for Vale is a paragraph, a heading or an item of a list.
- Where two rules find words that overlap, Vale tells both; `peerguide language` tells the one that says more.
- A word that a line's end cuts in two, markup within a phrase and invisible characters are seen by `peerguide language` only as far as Vale
  takes them out before it looks.
"""


def readme(selection: Selection) -> Iterator[str]:
    """The text that goes with the style: what it is, what it cannot say, and where it comes from."""
    yield README
    for paragraph in credit(selection.corpus):
        yield f"\n{paragraph}\n"
