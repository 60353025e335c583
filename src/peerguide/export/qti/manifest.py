"""The manifest of an IMS content package: what it is and which files it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.export.bank import identity
from peerguide.export.credits import credit
from peerguide.export.qti.elements import element, schemas

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from peerguide.export.selection import Selection

DESCRIPTION = ("http://www.imsglobal.org/xsd/imsmd_v1p2", "http://www.imsglobal.org/xsd/imsmd_v1p2p2.xsd")


def manifest(
    selection: Selection, package: tuple[str, str], schema: tuple[str, str], resources: Iterable[Element]
) -> Element:
    """A manifest with these resources.

    `package` is the namespace of the packaging and the address of its schema, `schema` the name and version of what is packed.
    """
    attributes = schemas(*package, *DESCRIPTION) | {
        "xmlns:imsmd": DESCRIPTION[0],
        "identifier": identity(selection, "qti"),
    }
    metadata = element(
        "metadata",
        None,
        element("schema", text=schema[0]),
        element("schemaversion", text=schema[1]),
        _description(selection),
    )
    listed = element("resources", None, *resources)
    return element("manifest", attributes, metadata, element("organizations"), listed)


def _description(selection: Selection) -> Element:
    told = {"title": selection.title, "description": " ".join(credit(selection.corpus))}
    general = [
        element(f"imsmd:{name}", None, element("imsmd:langstring", text=text))
        for name, text in told.items()
        if text
    ]
    return element("imsmd:lom", None, element("imsmd:general", None, *general))


def resource(name: str, kind: str, file: str, needed: Iterable[str] = (), *, entry: bool = True) -> Element:
    """A resource: its permanent id, its type, its file and the ids of resources it needs; `entry` says that it is opened there."""
    attributes = {"identifier": name, "type": kind, **({"href": file} if entry else {})}
    dependencies = (element("dependency", {"identifierref": other}) for other in needed)
    return element("resource", attributes, element("file", {"href": file}), *dependencies)
