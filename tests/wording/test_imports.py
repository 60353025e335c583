"""Real imports by the command, of the synthetic document and of what is left of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wording.copies.shown import text_of_copy

if TYPE_CHECKING:
    from conftest import Shell

NAMES = "\n".join(
    f"{number}. {name}"
    for number, name in enumerate(
        (
            "Peer support is voluntary",
            "Peer supporters are hopeful",
            "Peer supporters are open minded",
            "Peer supporters are empathetic",
            "Peer supporters are respectful",
            "Peer supporters facilitate change",
            "Peer supporters are honest and direct",
            "Peer support is mutual and reciprocal",
            "Peer support is equally shared power",
            "Peer support is strengths-focused",
            "Peer support is transparent",
            "Peer support is person-driven",
        ),
        1,
    )
)


def test_a_whole_copy_is_read_whole(shell: Shell) -> None:
    """Every value, practice, role and term of a whole copy is found, and shown from then on."""
    report = json.loads(shell("peerguide wording import - --json", text_of_copy()).out)
    assert {what: total["found"] for what, total in report["totals"].items() if what != "exact"} == {
        "names": 12, "themes": 12, "meanings": 12, "practices": 56, "roles": 43, "terms": 12,
    }  # fmt: skip
    shown = json.loads(shell("peerguide practice 7.p2 --json").out)
    assert shown["wording"] == "official"
    assert shown["text"] == next(one["text"] for one in report["passages"] if one["ref"] == "7.p2")


def test_an_e_mail_that_quotes_a_copy_is_read(shell: Shell) -> None:
    """A copy of which every line begins as a quoted one is read as the copy itself is."""
    quoted = "\n".join(f"> {line}" for line in text_of_copy().splitlines())
    report = json.loads(shell("peerguide wording import - --json --dry-run", quoted).out)
    assert report["complete"]


def test_names_alone_never_replace_texts(shell: Shell) -> None:
    """A copy that has names only is refused where a wording with texts is kept, and that one stays."""
    shell("peerguide wording import -", text_of_copy())
    before = shell("peerguide value 7 --json").out
    ran = shell("peerguide wording import -", NAMES)
    assert (ran.code, ran.out) == (4, "")
    assert "names of values" in ran.err
    assert shell("peerguide value 7 --json").out == before


def test_names_alone_leave_plain_words(shell: Shell) -> None:
    """After an import of names only, official words can be asked for, and plain ones are shown."""
    assert shell("peerguide wording import -", NAMES).code == 0
    shown = shell("peerguide practice 7.p2 --wording official --json")
    assert shown.code == 0
    assert json.loads(shown.out)["wording"] == "plain"
