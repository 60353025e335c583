"""The handbook as one HTML file that needs nothing else: no network, no other file, and no script to be read.

Style and script stand in the file itself and are allowed by their hashes; its Content-Security-Policy forbids all else. The
script only adds a search and a switch between light and dark. A ref is the id of its entry, so `handbook.html#7.p2` leads there.

Texts are escaped by Jinja2. HTML cannot hold control characters, so their pictures stand for them (`export/characters.py`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from peerguide.corpus.credits import IN_PLAIN_WORDS, caveat
from peerguide.export.characters import shown
from peerguide.export.credits import credit
from peerguide.export.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment

    from peerguide.export.selection import Selection

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"

PIECES = 200
"""So many pieces of the template are given out as one."""


def _handbook(selection: Selection) -> Iterable[str]:
    from markupsafe import Markup

    style, script = _source("handbook.css"), _source("handbook.js")
    terms, sources = list(selection.terms()), selection.sources()
    names = [
        name for name in selection.corpus.values().values if not selection.refs or name.ref in selection.refs
    ]
    stream = (
        _environment()
        .get_template("handbook.html.j2")
        .stream(
            title=selection.title,
            credit=credit(selection.corpus),
            policy=_policy(style, script),
            style=Markup(style),  # noqa: S704 - the program's own file
            script=Markup(script),  # noqa: S704
            names=names,
            values=selection.values(),
            terms=terms,
            sources=sources,
            present={one.ref for one in names} | {one.ref for one in terms} | {one.ref for one in sources},
        )
    )
    stream.enable_buffering(PIECES)
    return stream


def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["web_address"] = _is_web_address
    environment.globals |= {"caveat": caveat, "in_plain_words": IN_PLAIN_WORDS}
    return environment


def _finalized(value: object) -> object:
    """What the template writes for a value: a text without characters that HTML cannot hold, anything else as it is."""
    return shown(value) if type(value) is str else value


def _is_web_address(address: str) -> bool:
    """Whether a browser can be sent there: an address with another scheme could be a script."""
    return address.startswith(("https://", "http://"))


def _source(name: str) -> str:
    """The text of a file beside the template."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """The Content-Security-Policy that allows this style and this script, and nothing else at all."""
    return (
        f"default-src 'none'; style-src '{_hashed(style)}'; script-src '{_hashed(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hashed(text: str) -> str:
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


FORMAT = Format("html", "one file for a browser, with a search of its own", ".html", {"handbook": _handbook})
