"""The note types of an Anki package: their fields and what their cards show.

Anki knows a note type by its id, and takes notes of one whose fields or card types have other names for conflicts. So those names
are permanent; what is between them may change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

# Anki's MathJax makes no formulas of what stands in an element of this class.
_FRONT = '<div class="mathjax_ignore" dir="auto">{0}</div>'
_BACK = '<div class="mathjax_ignore" dir="auto">{0}<div class="why">{{{{Why}}}}</div><p class="where">{{{{Where}}}}</p></div>'
_FOLLOWS = '{{FrontSide}}<hr id="answer">'

FIELDS = {
    "basic": ("Front", "Options", "Back", "Why", "Where"),
    "typed": ("Front", "Back", "Why", "Where"),
    "cloze": ("Text", "Front", "Why", "Where"),
}
"""The fields of each note type, in order."""

_CARDS = {
    "basic": (
        _FRONT.format("{{Front}}{{Options}}"),
        _FOLLOWS + _BACK.format('<div class="answer">{{Back}}</div>'),
    ),
    "typed": (_FRONT.format("{{Front}}{{type:Back}}"), _FOLLOWS + _BACK.format("")),
    "cloze": (
        _FRONT.format("<p>{{Front}}</p>{{cloze:Text}}"),
        _BACK.format("<p>{{Front}}</p>{{cloze:Text}}"),
    ),
}
"""The front and the back of each one's card."""

_STYLE = """\
.card { max-width: 40rem; margin: 0 auto; font-family: system-ui, sans-serif; font-size: 1.15rem; line-height: 1.5; text-align: start; }
.answer, .cloze { font-weight: bold; }
.where { font-size: 0.85em; }
li { margin-bottom: 0.4em; }
"""


def note_type(genanki: ModuleType, name: str, number: int) -> Any:  # noqa: ANN401 - genanki is untyped
    """The note type with this name, one of `FIELDS`, under this id."""
    front, back = _CARDS[name]
    return genanki.Model(
        number,
        f"peerguide {name}",
        fields=[{"name": field} for field in FIELDS[name]],
        templates=[{"name": "Card", "qfmt": front, "afmt": back}],
        css=_STYLE,
        model_type=genanki.Model.CLOZE if name == "cloze" else genanki.Model.FRONT_BACK,
    )
