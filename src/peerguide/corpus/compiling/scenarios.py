"""The rows of `scenario` and `choice`: what a scenario has besides its row of `entry`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peerguide.corpus.compiling.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.reading.raw import Raw


def scenario_rows(raw: Raw) -> Iterator[tuple[Any, ...]]:
    """The rows of `scenario`."""
    for one in raw.scenarios:
        texts = (one_line(one[key]) for key in ("for", "setting", "question", "hard", "discuss"))
        law = one.get("law")
        yield str(one["id"]), *texts, law and one_line(law), one.get("reviewed") == "yes"


def choice_rows(raw: Raw) -> Iterator[tuple[Any, ...]]:
    """The rows of `choice`."""
    for one in raw.scenarios:
        for position, option in enumerate(one["options"]):
            texts = (one_line(option[key]) for key in ("text", "why"))
            refs = (" ".join(option.get(key, [])) for key in ("upholds", "strains"))
            mark = option.get("mark")
            yield str(one["id"]), position, *texts, *refs, mark and str(mark)
