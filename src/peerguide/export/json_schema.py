"""The JSON Schema of the exported corpus (draft 2020-12): the shapes that programs may depend on."""

from __future__ import annotations

from typing import Any

from peerguide.quiz.kinds import NAMES

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
REF: Schema = {"type": "string", "description": "A permanent id."}
COUNT: Schema = {"type": "integer", "minimum": 1}


def corpus_schema() -> Schema:
    """The schema of all that `export json` writes: the corpus, or a list of entries of one kind."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A guide exported by peerguide",
        "anyOf": [
            {"$ref": "#/$defs/corpus"},
            *map(_list, ("value", "statement", "term", "source", "question")),
        ],
        "$defs": {
            "corpus": _record(
                guide=REF, title=TEXT, values=_list("value"), terms=_list("term"), sources=_list("source")
            ),
            "value": _value(),
            "statement": _statement(),
            "term": _term(),
            "source": _source(),
            "citation": _citation(),
            "link": _record(ref=REF, name=TEXT),
            "confusion": _record(ref=REF, number=COUNT, name=TEXT, why=TEXT),
            "question": _question(),
            "option": _record(letter=TEXT, text=TEXT, ref=REF, correct={"type": "boolean"}, why=TEXT),
        },
    }


def _value() -> Schema:
    return _record(
        ref=REF, number=COUNT, name=TEXT, theme=TEXT, meaning=TEXT, wording=_wording(), practices=_list("statement"),
        roles=_list("statement"), confused_with=_list("confusion"), terms=_list("link"), source=_or_null("citation"),
        aliases=_texts(), found_by=_texts(),
    )  # fmt: skip


def _statement() -> Schema:
    return _record(
        ref=REF, kind={"enum": ["practice", "role"]}, value=REF, text=TEXT, wording=_wording(), page=_optional(COUNT),
        also={"type": "array", "items": REF}, repeats=_optional(REF),
    )  # fmt: skip


def _term() -> Schema:
    return _record(
        ref=REF, name=TEXT, aliases=_texts(), definition=TEXT, wording=_wording(), see_also=_list("link"),
        source=_or_null("citation"), used_by=_list("link"), cites=_list("source"),
    )  # fmt: skip


def _source() -> Schema:
    return _record(
        ref=REF, title=TEXT, author=_optional(TEXT), publisher=_optional(TEXT), year=_optional(COUNT),
        address=_optional(TEXT), pages=_optional(COUNT), note=_optional(TEXT), about=TEXT, obtain=TEXT, terms_of_use=TEXT,
    )  # fmt: skip


def _citation() -> Schema:
    return _record(
        ref=REF, title=TEXT, publisher=_optional(TEXT), year=_optional(COUNT), page=_optional(COUNT),
        last_page=_optional(COUNT), address=_optional(TEXT),
    )  # fmt: skip


def _question() -> Schema:
    return _record(
        id=REF, kind={"enum": list(NAMES)}, prompt=TEXT, options=_list("option"), answers=_texts(), explanation=TEXT,
        refs={"type": "array", "items": REF}, form={"enum": ["choice", "typed", "list", "order"]}, value=_optional(REF),
        items=_texts(),
    )  # fmt: skip


def _record(**fields: Schema) -> Schema:
    """An object with these keys, all of them there; later versions may add others."""
    return {"type": "object", "properties": fields, "required": list(fields)}


def _list(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def _texts() -> Schema:
    return {"type": "array", "items": TEXT}


def _optional(shape: Schema) -> Schema:
    return {"anyOf": [shape, {"type": "null"}]}


def _or_null(name: str) -> Schema:
    return _optional({"$ref": f"#/$defs/{name}"})


def _wording() -> Schema:
    return {"enum": ["plain", "official"]}
