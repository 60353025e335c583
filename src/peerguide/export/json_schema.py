"""The JSON Schema of the exported corpus (draft 2020-12): the shapes that programs may depend on."""

from __future__ import annotations

from typing import Any

from peerguide.corpus.model.common import CLOSENESS
from peerguide.quiz.kinds import NAMES

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
REF: Schema = {"type": "string", "description": "A permanent id."}
REFS: Schema = {"type": "array", "items": REF}
TRUTH: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 1}
WORDED: dict[str, Schema] = {"plain": TEXT}
"""What may be told of a text beside the name of its wording."""


def corpus_schema() -> Schema:
    """The schema of all that `export json` writes: the corpus, or a list of entries of one kind."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A guide exported by peerguide",
        "anyOf": [
            {"$ref": "#/$defs/corpus"},
            *map(
                _list,
                ("value", "statement", "term", "source", "scenario", "reading", "crosswalk_row", "question"),
            ),
        ],
        "$defs": {
            "corpus": _with_optional(
                _record(
                    guide=REF,
                    title=TEXT,
                    values=_list("value"),
                    terms=_list("term"),
                    sources=_list("source"),
                    scenarios=_list("scenario"),
                    guide_practices=_list("statement"),
                    readings=_list("reading"),
                    crosswalk=_list("crosswalk_row"),
                ),
                notice=TEXT,
            ),
            "value": _with_optional(_value(), also=_list("link"), **WORDED),
            "statement": _with_optional(
                _statement(), items_name=_optional(TEXT), items=_list("item"), **WORDED
            ),
            "item": _with_optional(_record(ref=REF, text=TEXT, wording=_wording()), **WORDED),
            "term": _with_optional(_term(), **WORDED),
            "source": _source(),
            "citation": _citation(),
            "link": _record(ref=REF, name=TEXT),
            "confusion": _record(ref=REF, number=COUNT, name=TEXT, why=TEXT),
            "question": _question(),
            "option": _with_optional(
                _record(letter=TEXT, text=TEXT, ref=REF, correct=TRUTH, why=TEXT),
                best=TRUTH,
                worst=TRUTH,
                refs=REFS,
            ),
            "scenario": _scenario(),
            "choice": _record(
                letter=TEXT,
                text=TEXT,
                best=TRUTH,
                worst=TRUTH,
                why=TEXT,
                refs=REFS,
                upholds=REFS,
                strains=REFS,
            ),
            **_told(),
        },
    }


def _value() -> Schema:
    return _record(
        ref=REF, number=COUNT, name=TEXT, theme=_optional(TEXT), meaning=TEXT, wording=_wording(), practices=_list("statement"),
        roles=_list("statement"), confused_with=_list("confusion"), terms=_list("link"), source=_or_null("citation"),
        aliases=_texts(), found_by=_texts(),
    )  # fmt: skip


def _statement() -> Schema:
    return _record(
        ref=REF, kind={"enum": ["practice", "role"]}, value=_optional(REF), text=TEXT, wording=_wording(), page=_optional(COUNT),
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


def _scenario() -> Schema:
    return _record(
        ref=REF, values=REFS, situation=TEXT, question=TEXT, options=_list("choice"), title=TEXT,
        **{"for": {"enum": ["supporter", "supervisor"]}}, setting=TEXT, between=REFS, terms=REFS, hard=TEXT, discuss=TEXT,
        law=_optional(TEXT), reviewed=TRUTH,
    )  # fmt: skip


def _told() -> dict[str, Schema]:
    """The shapes of readings and of the crosswalk."""
    pages = {"page": _optional(COUNT), "last_page": _optional(COUNT)}
    return {
        "reading": _record(
            ref=REF, title=TEXT, source=_or_null("citation"), summary=TEXT, sections=_list("section"), facts=_list("fact"),
            values=_list("link"), terms=_list("link"), questions=_list("discussion"),
        ),
        "section": _record(ref=REF, title=TEXT, text=TEXT, **pages),
        "fact": _record(ref=REF, section=REF, text=TEXT, page=_optional(COUNT)),
        "discussion": _record(ref=REF, text=TEXT),
        "crosswalk_row": _record(
            **{"from": _optional(REF)}, to=_optional(REF), closeness={"enum": list(CLOSENESS)}, why=TEXT, id=REF,
            from_text=_optional(TEXT), to_text=_optional(TEXT),
        ),
    }  # fmt: skip


def _question() -> Schema:
    return _record(
        id=REF, kind={"enum": list(NAMES)}, prompt=TEXT, options=_list("option"), answers=_texts(), explanation=TEXT,
        refs={"type": "array", "items": REF}, form={"enum": ["choice", "typed", "list", "order", "best-worst"]}, value=_optional(REF),
        items=_texts(),
    )  # fmt: skip


def _record(**fields: Schema) -> Schema:
    """An object with these keys, all of them there; later versions may add others."""
    return {"type": "object", "properties": fields, "required": list(fields)}


def _with_optional(record: Schema, **fields: Schema) -> Schema:
    """An object that may have these keys too."""
    return record | {"properties": record["properties"] | fields}


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
