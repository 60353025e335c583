"""XML as a tree: elements made in one expression, every text in them cleaned of what XML cannot hold."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, indent, tostring

from peerguide.export.characters import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


def element(
    name: str, attributes: Mapping[str, str] | None = None, *children: Element, text: str | None = None
) -> Element:
    """An element with these attributes, a text (None for none) and, after it, these children."""
    made = Element(name, {key: shown(value) for key, value in (attributes or {}).items()})
    made.text = None if text is None else shown(text)
    made.extend(children)
    return made


def schemas(*pairs: str) -> dict[str, str]:
    """The attributes of a root that name its schemas: each namespace, the first being its own, with the address of its schema."""
    return {"xmlns": pairs[0], "xmlns:xsi": INSTANCE, "xsi:schemaLocation": " ".join(pairs)}


def document(root: Element) -> bytes:
    """The document with this root, indented, in UTF-8."""
    indent(root)
    written: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n%b\n' % written
