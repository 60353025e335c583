"""The handbook as one HTML file that needs nothing else: no network, no other file, and no script to be read.

Style and script stand in the file itself and are allowed by their hashes; its Content-Security-Policy forbids all else. The
script only adds a search and a switch between light and dark. A ref is the id of its entry, so `handbook.html#7.p2` leads there.

Texts are escaped by Jinja2. HTML cannot hold control characters, so their pictures stand for them (`export/characters.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from peerguide.corpus.credits import IN_PLAIN_WORDS, caveat, citation
from peerguide.export.characters import shown
from peerguide.export.credits import credit, restated
from peerguide.export.crosswalk import introduction, is_named, standing, title_of
from peerguide.export.format import Format

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jinja2 import Environment

    from peerguide.corpus.model.crosswalk import Group
    from peerguide.corpus.model.glossary import Term
    from peerguide.corpus.model.lists import StatementGroup
    from peerguide.corpus.model.readings import Reading
    from peerguide.corpus.model.sources import Source
    from peerguide.corpus.model.values import Value, ValueName
    from peerguide.export.selection import Selection

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"

PIECES = 200
"""So many pieces of the template are given out as one."""


@dataclass(frozen=True, eq=False, repr=False)
class _Held:
    """What a page holds, as its template names it."""

    names: Sequence[ValueName] = ()
    values: Iterable[Value] = ()
    practices: StatementGroup | None = None
    terms: Sequence[Term] = ()
    sources: Sequence[Source] = ()
    readings: Sequence[Reading] = ()
    crosswalk: Sequence[Group] = ()

    def presence(self) -> Callable[[str], bool]:
        """What says whether an entry with a ref stands on the page."""
        values = {name.ref for name in self.names}
        present = values | {term.ref for term in self.terms} | {source.ref for source in self.sources}
        for reading in self.readings:
            present |= {reading.ref, *(section.ref for section in reading.sections)}
        for practice in self.practices.statements if self.practices else ():
            present |= {practice.ref, *(item.ref for item in practice.items)}
        return lambda ref: ref in present or ref.rpartition(".")[0] in values


def _handbook(selection: Selection) -> Iterable[str]:
    names = selection.corpus.values().values
    held = _Held(
        [name for name in names if not selection.refs or name.ref in selection.refs],
        selection.values(),
        selection.of_all,
        list(selection.terms()),
        selection.sources(),
        selection.readings(),
        selection.crosswalk(),
    )
    return _page(selection, selection.title, credit(selection.corpus), held)


def _readings(selection: Selection) -> Iterable[str]:
    """The readings, and the documents that they restate."""
    cited = {one.source.ref for one in selection.readings() if one.source}
    sources = [source for source in selection.sources() if source.ref in cited]
    held = _Held(readings=selection.readings(), sources=sources)
    return _page(selection, f"Readings: {selection.title}", restated(selection.corpus), held)


def _crosswalk(selection: Selection) -> Iterable[str]:
    held = _Held(crosswalk=selection.crosswalk())
    return _page(selection, f"Crosswalk: {selection.title}", credit(selection.corpus), held)


def _page(selection: Selection, title: str, told: Iterable[str], held: _Held) -> Iterable[str]:
    """A page with this title, which says this of itself first."""
    from markupsafe import Markup

    style, script = _source("handbook.css"), _source("handbook.js")
    stream = (
        _environment()
        .get_template("handbook.html.j2")
        .stream(
            title=title,
            credit=told,
            policy=_policy(style, script),
            style=Markup(style),  # noqa: S704 - the program's own file
            script=Markup(script),  # noqa: S704
            introduction=introduction(selection) if held.crosswalk else (),
            of_all=selection.of_all_title,
            is_here=held.presence(),
            **vars(held),
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
    environment.globals |= {
        "caveat": caveat,
        "in_plain_words": IN_PLAIN_WORDS,
        "title_of": title_of,
        "is_named": is_named,
        "standing": standing,
        "citation": citation,
    }
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


FORMAT = Format(
    "html",
    "one file for a browser, with a search of its own",
    ".html",
    {"handbook": _handbook, "readings": _readings, "crosswalk": _crosswalk},
)
