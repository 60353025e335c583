"""Texts as YAML writes them, so that every reader of YAML 1.1 or 1.2 has them back as they were."""

from __future__ import annotations

import json

from peerguide.export.characters import shown


def scalar(text: str) -> str:
    """A text in single quotes, or in double ones where it has characters that only an escape can stand for.

    What no file can hold becomes what `shown` makes of it.
    """
    text = shown(text)
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return "".join(map(_escaped, json.dumps(text, ensure_ascii=False)))


def _escaped(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
