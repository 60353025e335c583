"""What is said of an official wording, in words that both the drawn and the linear text use."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from peerguide.progress.days import local
from peerguide.render.phrases import in_words
from peerguide.render.text import safe
from peerguide.render.times import counted, day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from peerguide.corpus.model.common import Citation
    from peerguide.wording.coverage import ActionsCoverage, Coverage, Share, TermsCoverage, ValueCoverage
    from peerguide.wording.model import Leftover, Passage, Repair, Repaired
    from peerguide.wording.pairs import Pair, ValueWordings
    from peerguide.wording.results import WordingReport, WordingStatus

NOTHING = "There is no official wording of this guide here yet."

NAMES_ONLY = "The copy has names of values and none of the texts, so plain words are shown as before."

NOT_THERE = "The copy does not have this text."
PART_THERE = "The copy has only a part of this text, which is left out."
NO_NAME = "The copy does not have the value's name."
NOT_ITS_OWN = "The document has no text of its own for this term."
NO_THEME = "The copy does not have the practice theme."

PRACTICES_OF_ALL, LISTED_ITEMS = "Practices of the guide as a whole", "listed items"

LISTED = 20
"""As many texts that were left over, and as many repairs of a kind, are listed; more are counted."""

LONGEST = 200
"""As much of a text that was left over is shown, in characters."""

BRIEF = 40
"""As much of what was repaired is shown, in characters."""

REPAIRED: dict[Repaired, tuple[str, str]] = {
    "tail": ("tail joined to its head", "tails joined to their heads"),
    "word": ("broken word mended", "broken words mended"),
    "header": ("page header taken out", "page headers taken out"),
    "footnote": ("footnote number taken out", "footnote numbers taken out"),
}
"""What was put right, one and several."""

QUOTED = {"tail", "word"}
"""The repairs whose words are worth showing."""


def outcome(entry: WordingReport) -> str:
    """What became of a copy."""
    part = "" if entry.coverage.complete else " in part"
    if entry.dry_run:
        return f"This copy can be read{part}; nothing was saved."
    if not entry.kept.reading.passages:
        return NAMES_ONLY
    return f"The official wording is here{part}, and is shown from now on."


def show_step(entry: WordingReport) -> str:
    """A command that shows an entry in both wordings."""
    return f"{entry.program} wording show {next((value.ref for value in entry.coverage.values), 'REF')}"


def standing(entry: WordingStatus) -> str:
    """What there is of a guide's official wording, and since when."""
    if entry.kept is None:
        return NOTHING
    if not entry.kept.reading.passages:
        return NAMES_ONLY
    part = "" if entry.coverage.complete else " in part"
    since = day(local(datetime.fromisoformat(entry.kept.imported)).date())
    return f"The official wording is here{part}, since {since}."


def shares(coverage: Coverage) -> list[tuple[str, Share]]:
    """How many were found of everything that the guide has, each with what it is."""
    every = [
        ("names", coverage.names),
        ("practice themes", coverage.themes),
        ("meanings", coverage.meanings),
        ("practices", coverage.practices),
        (LISTED_ITEMS, coverage.actions.items),
        ("supervisor roles", coverage.roles),
        ("glossary terms", coverage.terms.share),
    ]
    return [(what, share) for what, share in every if share.of]


def totals(coverage: Coverage) -> str:
    """How many were found of everything, in a sentence."""
    return f"Found: {in_words(found_of(share, what) for what, share in shares(coverage))}."


def exactness(coverage: Coverage, document: Citation | None) -> str | None:
    """How many texts are known to be the document's, letter for letter; None where no text was found."""
    exact = coverage.exact
    if not coverage.texts.found:
        return None
    if not exact.found:
        return "The wording could not be compared with a known edition."
    edition = f"the {document.year} edition" if document and document.year else "a known edition"
    are = "is that" if exact.found == 1 else "are those"
    return f"{exact.found} of {counted(exact.of, 'text')} {are} of {edition}, letter for letter."


def found_of(share: Share, what: str) -> str:
    """A share in words: `3 of 4 names`, `1 of 1 name`; `what` is what they are called when there are several."""
    return f"{share.found} of {counted(share.of, what.removesuffix('s'))}"


def gaps(coverage: Coverage) -> str | None:
    """What a copy does not have, in a sentence; None where it has everything."""
    absent = [
        counted(share.missing, what.removesuffix("s")) for what, share in shares(coverage) if share.missing
    ]
    told = [f"it does not have {in_words(absent)}"] if absent else []
    if coverage.partial:
        told.append(f"it has {counted(len(coverage.partial), 'text')} only in part")
    return f"This copy is not complete: {', and '.join(told)}." if told else None


def lacking(value: ValueCoverage) -> str | None:
    """What the copy does not have of a value, whole or in part; None where it has everything."""
    parts = [
        None if value.copy_name is not None else "its name",
        "its theme" if value.themed and value.copy_theme is None else None,
        "its meaning" if value.ref in value.missing else None,
        *_absent(value.practices, "all practices", value.missing, f"{value.ref}.p"),
        *_absent(value.roles, "all supervisor roles", value.missing, f"{value.ref}.s"),
    ]
    partial = ["its meaning" if ref == value.ref else ref for ref in value.partial]
    return _absence([part for part in parts if part], partial)


def actions_lacking(actions: ActionsCoverage) -> str | None:
    """The practices of the guide as a whole, and the items, that the copy does not have, whole or in part."""
    none = actions.practices.missing == actions.practices.of and actions.items.missing == actions.items.of
    return _absence(["all of them"] if none else actions.missing, actions.partial)


def actions_name(actions: ActionsCoverage) -> str:
    """What to call the practices of the guide as a whole."""
    return safe(actions.name or PRACTICES_OF_ALL)


def _absent(share: Share, everything: str, missing: Sequence[str], begin: str = "") -> list[str]:
    if share.of > 1 and share.missing == share.of:
        return [everything]
    return [ref for ref in missing if ref.startswith(begin)]


def terms_lacking(terms: TermsCoverage) -> str | None:
    """The terms that the copy does not have, whole or in part; None where it has them all."""
    return _absence(_absent(terms.share, "all terms", terms.missing), terms.partial)


def _absence(missing: Sequence[str], partial: Sequence[str]) -> str | None:
    told = [f"not in the copy: {', '.join(missing)}"] if missing else []
    told += [f"only in part: {', '.join(partial)}"] if partial else []
    return safe("; ".join(told)) or None


def left_over(leftovers: Sequence[Leftover]) -> str:
    """How many texts were left over, and why."""
    are = "is" if len(leftovers) == 1 else "are"
    return f"{counted(len(leftovers), 'text')} that could not be placed, or {are} not whole, {are} left out"


def place_of(leftover: Leftover) -> str:
    """Where a text that was left over stands in the copy."""
    return f"line {leftover.line}" + (f", value {safe(leftover.value)}" if leftover.value else "")


def brief(text: str, longest: int = LONGEST) -> str:
    """A text on one line, or its beginning where it is longer."""
    line = safe(" ".join(text.split()))
    if len(line) <= longest:
        return line
    words = line[: longest + 1].rpartition(" ")[0]
    return f"{words or line[:longest]}..."


def repairs_by_kind(repairs: Sequence[Repair]) -> Iterator[tuple[str, list[str]]]:
    """What was put right, kind by kind: how many of it, and where, each place once."""
    for kind, (one, several) in REPAIRED.items():
        of_kind = [repair for repair in repairs if repair.kind == kind]
        if of_kind:
            places = list(dict.fromkeys(map(_repaired, of_kind)))
            more = [f"and {len(places) - LISTED} more"] if len(places) > LISTED else []
            count = f"{len(of_kind)} {one if len(of_kind) == 1 else several}"
            yield count, [*places[:LISTED], *more]


def _repaired(repair: Repair) -> str:
    quoted = f' "{brief(repair.words, BRIEF)}"' if repair.kind in QUOTED else ""
    return f"{safe(repair.ref)}{quoted}"


def more_left(leftovers: Sequence[Leftover]) -> str | None:
    """How many more texts were left over than are listed; None where there are none."""
    more = len(leftovers) - LISTED
    return f"And {more} more; --json has them all." if more > 0 else None


def names_lacking(entry: ValueWordings) -> list[str]:
    """What to say where the copy does not have a value's name, or the theme that the guide gives it."""
    told = [(entry.copy_name, NO_NAME), (entry.copy_theme or (None if entry.theme else ""), NO_THEME)]
    return [sentence for name, sentence in told if name is None]


def absence(pair: Pair) -> str:
    """What to say in place of an official text that there is none of, or that the copy does not have, or not whole."""
    if not pair.own:
        return NOT_ITS_OWN
    return PART_THERE if pair.partial else NOT_THERE


def page_of(passage: Passage) -> str | None:
    """The page on which a passage begins in the document; None where the copy does not tell."""
    return None if passage.page is None else f"page {passage.page}"


def source(document: Citation | None, copy: str) -> list[tuple[str, str]]:
    """From which document and which file a wording is, each with its label."""
    return [*([("document", safe(document.title))] if document else []), ("copy", safe(copy))]
