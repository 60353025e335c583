"""An official wording made up for tests: the plain texts said in other words by rule, so that no official sentence is needed.

Every text differs from its plain one, in its words and in their order, about as much as the document's own wording does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from peerguide.corpus.library import Corpus

OTHERWISE = {
    "the people they support": "everyone they support",
    "the people they serve": "those who are being supported",
    "people": "individuals",
    "others": "other individuals",
    "help": "aid",
    "helps": "aids",
    "show": "exhibit",
    "shows": "exhibits",
    "substance use": "substance use",
    "use": "employ",
    "uses": "employs",
    "used": "employed",
    "give": "extend",
    "gives": "extends",
    "giving": "extending",
    "work": "practice",
    "works": "practices",
    "set": "establish",
    "build": "develop",
    "explain": "clarify",
    "deal with": "bear on",
    "talks": "conversations",
    "talk": "converse",
    "want": "desire",
    "wants": "desires",
    "strive": "endeavor",
    "begin": "commence",
    "see": "view",
    "clear": "distinct",
    "clearly": "distinctly",
    "aim": "objective",
    "setting": "environment",
    "settings": "environments",
    "ways": "manners",
    "way": "manner",
    "when": "whenever",
    "about": "concerning",
    "rest": "depend",
    "rests": "depends",
    "make": "render",
    "makes": "renders",
    "base": "foundation",
    "goals": "objectives",
    "place": "location",
    "words": "terms",
    "respect": "esteem",
    "honest": "unfeigned",
    "teach": "instruct",
    "learn": "acquire knowledge",
    "issues": "matters",
    "skills": "abilities",
    "growth": "development",
    "job": "position",
    "meetings": "sessions",
    "feedback": "responses",
    "injustices": "wrongs",
    "explore": "look into",
    "decide": "determine",
    "promise": "commitment",
    "accurate": "exact",
    "possible": "potential",
    "challenges": "difficulties",
    "effective": "adept",
    "promote": "further",
    "reinforce": "confirm",
    "describe": "set out",
    "rights": "entitlements",
    "world": "surroundings",
    "include": "encompass",
    "includes": "encompasses",
    "peer support specialists": "peer specialists",
    "peer support specialist": "supervisee",
}
"""Plain words and what stands for them: what an office would have written."""

TWICE = "Peer supporters keep to themselves whatever was told to them in private, without exception."
"""What value 7 states a second time, word for word."""

ON_PURPOSE = {
    "7.p1": TWICE,
    "7.p4": TWICE,
    "9.s2": "Maintain, together with peer specialists and with all other staff, that the position of a peer is never a clinical one.",
    "11.s5": "Maintain, together with peer specialists and with all other staff, that the position of a peer is never a clinical one, on paper too.",
}
"""Texts that are like each other on purpose."""

_PLAIN = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, OTHERWISE), key=len, reverse=True)) + r")\b(?!['\u2019])",
    re.IGNORECASE,
)


def made_up(corpus: Corpus, *, without: Collection[str] = ()) -> dict[str, str]:
    """An official text for every value, statement and term of a corpus, but those `without` one."""
    rows = corpus.rows(
        "SELECT ref, coalesce(plain, text) FROM entry WHERE kind IN ('value', 'practice', 'role', 'term') ORDER BY seq"
    )
    return {ref: ON_PURPOSE.get(ref) or said_otherwise(text) for ref, text in rows if ref not in without}


def said_otherwise(text: str) -> str:
    """The text in other words and another order."""
    return "\n".join(" ".join(map(_sentence, _sentences(one))) for one in text.split("\n"))


def _sentences(paragraph: str) -> list[str]:
    return re.split(r"(?<=[.!?]) (?=[A-Z])", paragraph)


def _sentence(sentence: str) -> str:
    turned = re.sub(r"^(When|If|Since) ([^,]+), (.+)([.!?])$", _turned, sentence)
    swapped = re.sub(r"\b(\w+) (and|or) (\w+)(?=[.,])", r"\3 \2 \1", turned)
    said = _PLAIN.sub(lambda match: OTHERWISE[match[0].lower()], swapped)
    return said[:1].upper() + said[1:]


def _turned(match: re.Match[str]) -> str:
    """A sentence with the clause that it began with at its end."""
    begun, clause, rest, stop = match.groups()
    return f"{rest[:1].upper()}{rest[1:]} {begun.lower()} {clause}{stop}"


def kept(corpus: Corpus, folder: Path, *, without: Collection[str] = ()) -> None:
    """Keep that wording of a corpus in a data folder, as if it had been imported."""
    from peerguide.wording.model import Passage, Reading
    from peerguide.wording.store import Kept, keep

    passages = tuple(Passage(*text) for text in made_up(corpus, without=without).items())
    keep(folder, Kept(corpus.guide, "copy.txt", "0" * 64, "2026-01-31T12:00:00Z", Reading({}, {}, passages)))
