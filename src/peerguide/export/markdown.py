"""Text as Markdown: what must be escaped so that any text comes out of a CommonMark reader as it went in."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>()#+!|~&^$=:@\"'-]")
_START = re.compile(r"^(\s*)(\d+)([.)])")


def escaped(text: str) -> str:
    """The text on one line, with everything escaped that Markdown would act on."""
    line = " ".join(text.split())
    return _START.sub(r"\1\2\\\3", _SPECIAL.sub(r"\\\g<0>", line))
