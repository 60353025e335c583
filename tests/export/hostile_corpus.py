"""A corpus whose texts are made of what the formats act on: it must come back from each of them as it went in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.library import Corpus

if TYPE_CHECKING:
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
    """A corpus of two values whose names, themes, meanings, statements, terms and scenarios are such texts."""
    folder.mkdir(exist_ok=True)
    (folder / "values.yaml").write_text("\n".join(_values()) + "\n", encoding="utf-8")
    (folder / "glossary.yaml").write_text("\n".join(_terms()) + "\n", encoding="utf-8")
    (folder / "scenarios.yaml").write_text("\n".join(_scenarios()) + "\n", encoding="utf-8")
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
    return lines


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


def _yaml(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)
