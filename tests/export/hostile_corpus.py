"""A corpus whose texts are made of what the formats act on: it must come back from each of them as it went in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peerguide.corpus.library import Corpus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = [
    "=cmd|' /C calc'!A0", "+1", "-1", "@sum", "{~=#}:", "{{c1::hidden}}", "</script><script>alert(1)</script>",
    "<b>bold</b> & &amp; &#x41;", "[peer](https://example.org) ![x](y)", "*star* _under_ ~~strike~~ `code` \\ back",
    "# heading", "1. one", "2) two", "- dash", "+ plus", "> quote", "| pipe | pipe |", '"double" \'single\' “curly”',
    "$x^2$ %d %s {0}", "line\\nbreak", "comma, semicolon; tab-separated", "مرحبا بالعالم", "שלום", "👩‍👩‍👧‍👦 🏳️‍🌈",
    "e\u0301 combining", "]]> CDATA", "<!-- comment -->", "\u200bzero\u200bwidth", "~tilde~ ::title:: =%50%", "long " * 2000 + "end",
]  # fmt: skip
"""One statement each."""


def hostile_corpus(folder: Path) -> Corpus:
    """A corpus of two values whose names, themes, meanings, statements, terms, scenarios, readings and crosswalk are such texts."""
    folder.mkdir(exist_ok=True)
    (folder / "values.yaml").write_text("\n".join(_values()) + "\n", encoding="utf-8")
    (folder / "glossary.yaml").write_text("\n".join(_terms()) + "\n", encoding="utf-8")
    (folder / "scenarios.yaml").write_text("\n".join(_scenarios()) + "\n", encoding="utf-8")
    for name, content in (
        ("sources", {"sources": [_source()]}),
        ("readings", {"readings": list(_readings())}),
        ("crosswalk", {"crosswalk": list(_crosswalk())}),
    ):
        (folder / f"{name}.yaml").write_text(_yaml(content), encoding="utf-8")
    return Corpus.open(folder)


def _values() -> list[str]:
    lines = ["values:"]
    for number, (name, theme) in enumerate([("We <are> *kind* {1}", "=theme|1"), ("We & they", "~2~")], 1):
        lines += [
            f"- id: {number}",
            f"  number: {number}",
            f"  name: {_yaml(name)}",
            f"  theme: {_yaml(theme)}",
        ]
        lines += [f"  meaning: {_yaml(TEXTS[number])}", "  terms: [first]"]
        for key, letter in (("practices", "p"), ("roles", "s")):
            lines.append(f"  {key}:")
            for place, text in enumerate(TEXTS, 1):
                lines += [
                    f"  - id: {number}.{letter}{place}",
                    f"    text: {_yaml(f'{text} {number}{letter}')}",
                ]
    return [*lines, f"practices_name: {_yaml('# Our *acts*')}", f"practices: {_yaml(list(_actions()))}"]


def _actions() -> Iterator[dict[str, Any]]:
    """Practices of the guide as a whole, the last of which lists items."""
    for number, text in enumerate(TEXTS, 1):
        yield {"id": f"a{number}", "text": f"{text} a"}
    items = [{"id": f"a{len(TEXTS) + 1}.{at}", "text": f"{text} i"} for at, text in enumerate(TEXTS, 1)]
    yield {
        "id": f"a{len(TEXTS) + 1}",
        "text": "- a list:",
        "also": [1],
        "items_name": "1. What *not* to do",
        "items": items,
    }


def _source() -> dict[str, Any]:
    texts = {
        key: f"{TEXTS[8]} {key}"
        for key in ("title", "author", "publisher", "about", "obtain", "terms_of_use")
    }
    return {"id": "document", **texts}


def _readings() -> Iterator[dict[str, Any]]:
    """Two readings with all that one can have; titles of sections are the same in both."""
    for one in ("first-one", "second-one"):
        yield {
            "id": one, "title": f"A # {{term}} {one}", "source": "document", "summary": f"{TEXTS[5]}\n\n{TEXTS[9]} summary",
            "values": [1, "declaration:mutuality"], "terms": ["first"],
            "sections": [
                {"id": f"{one}.s{at}", "title": text[:60], "text": f"{text}\n\n{text} section", "page": at, "last_page": at + 1}
                for at, text in enumerate(TEXTS, 1)
            ],
            "facts": [
                {"id": f"{one}.f{at}", "section": f"{one}.s{at}", "text": f"{text} fact", "page": at}
                for at, text in enumerate(TEXTS, 1)
            ],
            "questions": [{"id": f"{one}.q{at}", "text": f"{text} question"} for at, text in enumerate(TEXTS, 1)],
        }  # fmt: skip


def _crosswalk() -> Iterator[dict[str, Any]]:
    """Rows of every closeness, to another guide and to nothing."""
    others = ("declaration:a4", "declaration:mutuality", "guidelines:7.s1")
    closeness = ("same", "overlaps", "goes further", "in tension", "nothing corresponds")
    for number, text in enumerate(TEXTS):
        row = {
            "id": f"row-{number}",
            "from": f"1.p{number + 1}",
            "why": f"{text} why",
            "closeness": closeness[number % 5],
        }
        yield row if number % 5 == 4 else row | {"to": others[number % 3]}


def _terms() -> list[str]:
    lines = ["terms:"]
    for ref, name, text in (
        ("first", "A # {term}", "One\n\n\nTwo <p>"),
        ("second", "B = ~term~", "=HYPERLINK()"),
    ):
        lines += [f"- id: {ref}", f"  name: {_yaml(name)}", f"  definition: {_yaml(text)}"]
    return lines


def _scenarios() -> list[str]:
    lines = ["scenarios:"]
    for number in range(0, len(TEXTS) - 3, 4):
        lines += [
            f"- id: sc-{number}",
            "  values: [1, 2]",
            "  between: [1, 2]",
            "  for: supporter",
            "  terms: [first]",
        ]
        for key in ("title", "setting", "situation", "question", "hard", "discuss", "law"):
            lines.append(f"  {key}: {_yaml(f'{TEXTS[(number + len(key)) % len(TEXTS)]} {key} {number}')}")
        lines.append("  options:")
        marks = ("best", "", "worst", "")
        for place, (text, mark) in enumerate(zip(TEXTS[number : number + 4], marks, strict=True)):
            lines += [f"  - text: {_yaml(f'{text} o{place}')}", f"    why: {_yaml(f'{text} why')}"]
            lines += [f"    mark: {mark}"] if mark else []
            lines.append("    strains: [1.p1, 2]" if mark == "worst" else "    upholds: [1.p1, 2]")
    return lines


def _yaml(content: object) -> str:
    import json

    return json.dumps(content, ensure_ascii=False)
