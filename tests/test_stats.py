"""`peerguide stats`: how learning goes, drawn, in words, as JSON and as a picture."""

from __future__ import annotations

import json
import re
import time
import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import SMALL
from hypothesis import given
from hypothesis import strategies as st
from progress.samples import NOW, amendment, answer, files_in
from rich.cells import cell_len
from rich.console import Console

from peerguide.cli.desk import Desk, Settings
from peerguide.cli.history import learning
from peerguide.progress.learning import Learning
from peerguide.progress.schedule import replay, retrievability
from peerguide.progress.store import Store, store_file
from peerguide.quiz.kinds import NAMES
from peerguide.render.drawn.charts import BUSY, EMPTY, FULL, bar, draw_calendar, draw_matrix
from peerguide.render.layout import Sheet
from peerguide.render.screen import drawing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import CorpusMaker, Shell

    from peerguide.progress.events import Answer

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def keep(folder: Path, *answers: Answer) -> None:
    """Add these answers to the store in a folder."""
    with Store.open(folder) as store:
        for one in answers:
            store.add(one)


def missed(chosen: str | None, **changes: Any) -> Answer:
    """An answer that took something else for the right one."""
    return answer(**{"correct": False, "grade": 1, "credit": 0.0, "chosen": chosen, "given": "A"} | changes)


def about(value: str, number: int, **changes: Any) -> Answer:
    """A right answer about a practice of a value."""
    return answer(
        **{"card": f"gap:{value}.p{number}", "value": value, "key": value, "chosen": value} | changes
    )


def a_history(now: datetime) -> list[Answer]:
    """A month of answers: value 7 known well, 9 taken for 11, a term for another one, an exam."""
    week_ago, month_ago = now - 7 * DAY, now - 30 * DAY
    term = {"card": "term:advocacy", "kind": "term", "value": None, "key": "advocacy"}
    return [
        *(about("7", number, at=month_ago) for number in (1, 2, 3)),
        about("7", 1, at=week_ago),
        about("9", 1, at=week_ago),
        missed("11", card="gap:9.p2", value="9", key="9", at=week_ago),
        missed("11", card="gap:9.s1", kind="role", value="9", key="9", at=week_ago),
        missed("peer", **term, at=week_ago + DAY),
        missed("12.s1", card="half:10.p1", kind="half", value="10", key="10.s1", at=week_ago + DAY, mode="exam"),
        answer(card="list:values", kind="list", value=None, key=None, chosen=None, at=week_ago + DAY),
    ]  # fmt: skip


@pytest.fixture
def now_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[..., Learning]]:
    """How learning goes at a fixed instant, in UTC, after these answers."""

    def told(*answers: Answer, corpus: str | None = None) -> Learning:
        monkeypatch.setattr(Desk, "now", lambda _desk: NOW)
        monkeypatch.setenv("PEERGUIDE_DATA", str(tmp_path / "progress"))
        monkeypatch.setenv("PEERGUIDE_CACHE", str(tmp_path / "cache"))
        keep(tmp_path / "progress", *answers)
        entry = learning(Desk(Settings(corpus=corpus)))
        assert isinstance(entry, Learning)
        return entry

    with monkeypatch.context() as zone:
        zone.setenv("TZ", "UTC")
        time.tzset()
        yield told
    time.tzset()


def plain(entry: object) -> list[str]:
    """The lines of its linear text."""
    import peerguide.render.plain.learning
    from peerguide.render.plain import lines

    assert peerguide.render.plain.learning
    return list(lines(entry))


def drawn(entry: object, width: int = 80) -> str:
    """Its drawing, without colours."""
    import peerguide.render.drawn.learning

    assert peerguide.render.drawn.learning
    return ESCAPE.sub("", drawing(entry, width, colour=False))


# Nothing answered


@pytest.mark.parametrize("words", ["", "--plain"])
def test_nothing_answered(words: str, shell: Shell) -> None:
    """Before the first answer there is one sentence and the command to begin with, and nothing is created."""
    ran = shell(f"peerguide stats {words}")
    assert (ran.out.splitlines(), ran.err, ran.code) == (
        ["No question has been answered yet.", "To begin: peerguide quiz (ten questions, with feedback)"],
        "",
        0,
    )
    assert "peerguide quiz" in shell.on_terminal("peerguide stats").out
    assert not (shell.folder / "progress").exists()


def test_nothing_answered_as_json(shell: Shell) -> None:
    """Before the first answer the JSON is whole, with zeros."""
    data = json.loads(shell("peerguide stats --json").out)
    assert (data["answers"], data["share"], data["due"], data["first"], data["weakest"]) == (
        0,
        0.0,
        0,
        None,
        None,
    )
    assert [value["answers"] for value in data["values"]] == [0] * 12
    assert (len(data["forecast"]), data["calendar"], data["confusions"]) == (14, [], [])


# In words


def test_linear_text(now_is: Callable[..., Learning]) -> None:
    """The linear text says everything in a sentence a line: what is known first, then by value and kind, then what comes."""
    entry = now_is(*a_history(NOW))
    seven, nine = (f"{entry.values[place].memory:.2f}" for place in (6, 8))
    kinds = {
        "practice": "which value a practice belongs to: 5 of 6 right, 83 percent",
        "role": "which value a supervisor role serves: 0 of 1 right, 0 percent",
        "half": "the supervisor role that supports a practice: 0 of 1 right, 0 percent",
        "term": "which glossary term a definition is of, and back: 0 of 1 right, 0 percent",
        "list": "all values by name, in any order: 1 of 1 right, 100 percent",
    }
    assert plain(entry) == [
        "You knew 6 of 10: 60 percent.",
        "You know well: 7. Peer supporters are honest and direct.",
        "You practiced on 3 days, the last time on Thursday, 14 May 2026.",
        f"Value 7, Peer supporters are honest and direct: 4 of 4 right, 100 percent; memory {seven}",
        f"Value 9, Peer support is equally shared power: 1 of 3 right, 33 percent; memory {nine}",
        "Value 10, Peer support is strengths-focused: 0 of 1 right, 0 percent",
        "Not asked yet: values 1, 2, 3, 4, 5, 6, 8, 11 and 12.",
        *(f"Questions of the kind {name}, {kinds[name]}" for name in NAMES if name in kinds),
        "9. Peer support is equally shared power: 11. Peer support is transparent was chosen for it 2 times.",
        "Advocacy: Peer was chosen for it once.",
        "10. Peer support is strengths-focused: 12. Peer support is person-driven was chosen for it once.",
        "Today: 7 questions to come",
        "Practiced in April 2026: on 1 day, 3 answers",
        "Practiced in May 2026: on 2 days, 7 answers",
        "7 questions are due now.",
        "To go on: peerguide review (what is due, and something new)",
        "To go on: peerguide value 10 (to read again: Peer support is strengths-focused)",
    ]


def test_no_reproach(now_is: Callable[..., Learning]) -> None:
    """No form speaks of what went wrong, of failing or of streaks."""
    entry = now_is(*a_history(NOW))
    said = "\n".join([*plain(entry), drawn(entry)]).casefold()
    assert not re.search("wrong|fail|streak|mistake|incorrect|bad|poor", said)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ([about("7", 1)], "No question is due now; the next one comes in 10 minutes."),
        ([about("7", 1, at=NOW - DAY)], "1 question is due now."),
        ([about("7", 1, at=NOW - DAY), about("7", 2, at=NOW - DAY)], "2 questions are due now."),
        ([about("7", 1, mode="exam")], "No question is due now."),
        (
            [about("7", 1, at=NOW - DAY), about("7", 1, at=NOW - DAY, card="practice:7.p1", kind="practice")],
            "1 question is due now; 1 more waits for another day, since nothing is asked in two ways on one day.",
        ),
    ],
)
def test_what_is_due(answers: list[Answer], sentence: str, now_is: Callable[..., Learning]) -> None:
    """What is due now is told, or when the next card comes, with the reason where some are left for another day."""
    entry = now_is(*answers)
    assert sentence in plain(entry)
    assert sentence in " ".join(drawn(entry).split())


def test_as_many_due_as_a_review_asks(shell: Shell) -> None:
    """What is said to be due is what `review` counts as due."""
    keep(shell.folder / "progress", *a_history(datetime.now(UTC)))
    due = json.loads(shell("peerguide stats --json").out)["due"]
    assert due > 0
    assert shell("peerguide review --due").out == f"{due}\n"


# As JSON


def test_json_record(now_is: Callable[..., Learning]) -> None:
    """The JSON has every figure: values by number, kinds, forecast, days, what was taken for what."""
    import peerguide.progress.records
    from peerguide.corpus.records import record

    assert peerguide.progress.records
    entry = now_is(*a_history(NOW))
    data: Any = record(entry)
    assert (
        list(data)
        == (
            "guide at answers correct share days_practiced first last values kinds forecast calendar confusions due put_off "
            "next strongest weakest orphans"
        ).split()
    )
    assert (data["guide"], data["at"]) == ("guidelines", "2026-05-20T12:00:00+00:00")
    assert [value["number"] for value in data["values"]] == list(range(1, 13))
    assert data["values"][8] == {
        "ref": "9", "number": 9, "name": "Peer support is equally shared power",
        "answers": 3, "correct": 1, "share": 0.3333, "memory": round(entry.values[8].memory or 0, 4), "cards": 3,
    }  # fmt: skip
    assert data["values"][0]["memory"] is None
    assert [kind["kind"] for kind in data["kinds"]] == [
        name for name in NAMES if name in {"practice", "role", "half", "term", "list"}
    ]
    assert next(kind for kind in data["kinds"] if kind["kind"] == "practice") == {
        "kind": "practice", "asks": "which value a practice belongs to", "answers": 6, "correct": 5, "share": 0.8333,
    }  # fmt: skip
    assert data["forecast"][0] == {"day": "2026-05-20", "cards": 7}
    assert data["calendar"] == [
        {"day": "2026-04-20", "answers": 3}, {"day": "2026-05-13", "answers": 4}, {"day": "2026-05-14", "answers": 3},
    ]  # fmt: skip
    assert data["confusions"][0] == {
        "key": {"ref": "9", "number": 9, "name": "Peer support is equally shared power"},
        "chosen": {"ref": "11", "number": 11, "name": "Peer support is transparent"},
        "count": 2,
    }
    assert (data["strongest"], data["weakest"]) == (["7"], "10")


# What counts


def test_memory_is_what_the_schedule_says(now_is: Callable[..., Learning]) -> None:
    """A value is remembered as its cards are on average now; an exam has no part in that, nor a value without cards."""
    history = a_history(NOW)
    values = {one.value.ref: one for one in now_is(*history).values}
    cards = [[one for one in history if one.card == f"gap:7.p{number}"] for number in (1, 2, 3)]
    expected = [retrievability(replay(answers), NOW) * answers[-1].correct for answers in cards]
    assert values["7"].memory == pytest.approx(sum(expected) / 3)
    assert (values["7"].cards, values["10"].memory, values["1"].memory) == (3, None, None)


def test_undone_answers_are_not_told(shell: Shell) -> None:
    """An answer that was taken back counts nowhere."""
    one = about("7", 1)
    keep(shell.folder / "progress", one)
    with Store.open(shell.folder / "progress") as store:
        store.amend(amendment(one, "undo"))
    assert json.loads(shell("peerguide stats --json").out)["answers"] == 0


def test_each_guide_by_itself(shell: Shell, corpus_of: CorpusMaker) -> None:
    """Answers to one corpus are not told of another one, and commands to go on with name the corpus."""
    folder = corpus_of(f"guide: small\n{SMALL}")
    keep(shell.folder / "progress", about("7", 1), about("1", 1, guide="small"))
    assert json.loads(shell("peerguide stats --json").out)["answers"] == 1
    ran = shell(f"peerguide stats --corpus {folder}")
    assert "You knew 1 of 1: 100 percent." in ran.out
    assert f"To go on: peerguide --corpus {folder} value 1 " in ran.out


def test_retired_refs_count_for_their_heirs(shell: Shell, corpus_of: CorpusMaker) -> None:
    """What was answered about an entry that was replaced counts for the one in its place; without one it is orphaned."""
    folder = corpus_of(f"guide: small\n{SMALL}")
    keep(shell.folder / "progress", about("3", 1, guide="small"))
    before = json.loads(shell(f"peerguide stats --json --corpus {folder}").out)
    assert (before["orphans"], before["values"][1]["answers"]) == (1, 0)
    retired = "retired:\n  - {id: 3, replaced_by: 2}\n  - {id: 3.p1, replaced_by: 1.p1}\n"
    corpus_of(f"guide: small\n{SMALL}{retired}")
    after = json.loads(shell(f"peerguide stats --json --corpus {folder}").out)
    assert (after["orphans"], after["values"][1]["answers"]) == (0, 1)


def test_orphans_are_pointed_out(now_is: Callable[..., Learning]) -> None:
    """Answers about entries that are gone still count, and the command that lists them is named."""
    entry = now_is(about("99", 1), about("7", 1))
    assert plain(entry)[0] == "You knew 2 of 2: 100 percent."
    assert plain(entry)[-1] == (
        "1 answer is about entries that are no longer there; to see them: peerguide progress orphans"
    )


def test_a_kind_that_is_gone(now_is: Callable[..., Learning]) -> None:
    """Questions of a kind that there is no more are told by its name alone."""
    assert "Questions of the kind riddle: 1 of 1 right, 100 percent" in plain(
        now_is(about("7", 1, kind="riddle"))
    )


def test_many_values_not_asked(now_is: Callable[..., Learning], corpus_of: CorpusMaker) -> None:
    """In a large corpus the values that were not asked are counted, not listed."""
    values = "".join(
        f"  - {{id: {n}, number: {n}, name: Value {n}, theme: Theme {n}, meaning: Meaning {n}.}}\n"
        for n in range(1, 41)
    )
    entry = now_is(
        answer(guide="large", card="meaning:1", value="1"),
        corpus=str(corpus_of(f"guide: large\nvalues:\n{values}")),
    )
    assert "Not asked yet: 39 of 40 values." in plain(entry)
    assert "Not asked yet: 39 of 40 values." in drawn(entry)


def test_hostile_names_are_harmless(shell: Shell, corpus_of: CorpusMaker) -> None:
    """Names and kinds with control characters or markup are shown as text, in every form and in the picture."""
    folder = corpus_of(
        "guide: small\n" + SMALL.replace("name: We are kind", r'name: "\e[31m [/] & <b> \u202E"')
    )
    keep(shell.folder / "progress", about("1", 1, guide="small", kind="\x1b[31mkind"))
    for ran in (
        shell(f"peerguide stats --corpus {folder} --svg learning.svg"),
        shell(f"peerguide stats --json --corpus {folder}"),
        shell.on_terminal(f"peerguide stats --corpus {folder}"),
    ):
        assert ran.code == 0
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", ESCAPE.sub("", ran.out))
        assert "[/] & <b>" in ran.out
    ET.parse(shell.folder / "learning.svg")


# Drawn


@pytest.mark.parametrize("columns", [5, 20, 40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(columns: int, shell: Shell) -> None:
    """Nothing is drawn beyond the last column, with little history and with much."""
    now = datetime.now(UTC)
    keep(shell.folder / "progress", *a_history(now))
    many = [missed(str(n % 11 + 1), card=f"gap:{n % 12 + 1}.p1", value=str(n % 12 + 1), key=str(n % 12 + 1), at=now - n * DAY)
            for n in range(60)]  # fmt: skip
    for more in ([], many):
        keep(shell.folder / "progress", *more)
        ran = shell.on_terminal("peerguide stats", columns)
        assert ran.code == 0
        assert max(cell_len(ESCAPE.sub("", line)) for line in ran.out.splitlines()) <= min(columns, 120)


@pytest.mark.parametrize(("columns", "stacked"), [(40, True), (68, True), (69, False), (120, False)])
def test_bars_below_the_name_where_there_is_no_room(
    columns: int, stacked: bool, now_is: Callable[..., Learning]
) -> None:
    """A value's bars stand beside its name where there is room, else below it; both tell the same."""
    told = drawn(now_is(*a_history(NOW)), columns)
    assert (" 9  Peer support is equally shared power\n    ███░░░░░░░ 1 of 3 right\n" in told) is stacked
    assert (
        bool(re.search(r"\n 9  Peer support is equally shared power +█+░+ 1 of 3 +█+░+ \d\d%\n", told))
        is not stacked
    )


def test_forecast_draws_the_days_to_come(now_is: Callable[..., Learning]) -> None:
    """A card stands at the day on which it falls due, in every form; the longest bar is the day with the most."""
    learnt = [about("7", number, at=NOW - minutes * MINUTE) for minutes in (20, 5) for number in (1, 2)]
    entry = now_is(*learnt, about("9", 1, at=NOW - DAY))
    due = replay(learnt[::2]).due.date()
    assert [entry.forecast[day] for day in (NOW.date(), due)] == [1, 2]
    told = drawn(entry, 80)
    assert f"\ntoday       {FULL * 12} 1\n" in told
    assert f"\n{due:%a} {due.day:>2} {due:%b}  {FULL * 24} 2\n" in told
    assert f"{due:%A}, {due.day} {due:%B} {due.year}: 2 questions to come" in plain(entry)


def test_matrix_has_only_values_that_occur(now_is: Callable[..., Learning]) -> None:
    """The matrix has a row for each value that was missed, a column for each one chosen instead, and terms are told apart."""
    told = drawn(now_is(*a_history(NOW)))
    assert (
        "                                           11 12\n"
        " 9  Peer support is equally shared power    2  .\n"
        "10  Peer support is strengths-focused       .  1\n"
        "Advocacy: Peer was chosen for it once.\n"
    ) in told


def test_list_where_the_matrix_has_no_room(now_is: Callable[..., Learning]) -> None:
    """Where a terminal is too narrow for the matrix, what was taken for what is listed."""
    told = drawn(now_is(*(missed(str(n), at=NOW) for n in (*range(1, 7), *range(8, 13)))), 30)
    assert "one chosen instead" not in told
    assert (
        "7. Peer supporters are honest and direct: 1. Peer support is voluntary was chosen for it once."
        in " ".join(told.split())
    )
    assert "And 1 more; --json has them all." in told.replace("\n", " ")


@given(st.floats(0, 1), st.integers(2, 30))
def test_bar_is_full_only_for_all(share: float, length: int) -> None:
    """A bar has its length, is full only for all and empty only for none."""
    drawn_bar = bar(share, length, "done").plain
    assert len(drawn_bar) == length
    assert (EMPTY not in drawn_bar) is (share == 1)
    assert (FULL not in drawn_bar) is (share == 0)


def calendar(counts: dict[date, int], today: date, width: int) -> list[str]:
    """The lines of a calendar."""
    sheet = Sheet(Console(file=StringIO(), width=width), width)
    draw_calendar(counts, today, today - 365 * DAY, sheet)
    return [line.plain for line in sheet.lines]


@given(st.dates(date(2001, 1, 1), date(2100, 1, 1)), st.integers(0, 250), st.integers(1, 30))
def test_day_stands_at_its_place(today: date, ago: int, answers: int) -> None:
    """A day practiced stands in the row of its weekday and the column of its week, with many answers or some."""
    day = today - ago * DAY
    _months, *rows, _legend = calendar({day: answers}, today, 80)
    weeks_ago = ((today - today.weekday() * DAY) - (day - day.weekday() * DAY)).days // 7
    marks = [
        (row, column) for row, line in enumerate(rows) for column, mark in enumerate(line[4:]) if mark in "•█"
    ]
    assert marks == [(day.weekday(), 52 - weeks_ago)]
    assert rows[day.weekday()][4 + 52 - weeks_ago] == ("█" if answers >= BUSY else "•")


@pytest.mark.parametrize(
    ("width", "weeks", "months"),
    [
        (40, 36, "       Oct Nov Dec  Jan Feb Mar  Apr May"),
        (80, 53, "      Jun  Jul Aug Sep  Oct Nov Dec  Jan Feb Mar  Apr May"),
        (
            120,
            53,
            "    May Jun       Jul     Aug     Sep       Oct     Nov     Dec       Jan     Feb     Mar       Apr     May",
        ),
    ],
)
def test_as_many_weeks_as_there_is_room_for(width: int, weeks: int, months: str) -> None:
    """A year where there is room, fewer weeks where there is not, each month above the week in which it begins."""
    lines = calendar({}, date(2026, 5, 20), width)
    assert lines[0] == months
    assert lines[3].count(".") == weeks


def test_no_day_before_the_year_or_to_come() -> None:
    """Days of the week that are still to come, and those more than a year ago, are left free."""
    _months, *rows, _legend = calendar({}, date(2026, 5, 20), 80)
    assert sum(row.count(".") for row in rows) == 366
    assert [row[56:] for row in rows] == [".", ".", ".", "", "", "", ""]


def test_matrix_columns_line_up() -> None:
    """Each count stands below its column, whatever its length."""
    sheet = Sheet(Console(file=StringIO()), 80)
    draw_matrix({("a", "x"): 5, ("b", "y"): 120}, {"a": "7", "b": "漢字"}, {"x": "1", "y": "12"}, sheet)
    assert [line.plain for line in sheet.lines] == ["         1  12", "7        5   .", "漢字     . 120"]


# The picture


def test_picture_loads_nothing_from_elsewhere(shell: Shell) -> None:
    """`--svg` saves the drawing as well-formed SVG without a link to anything, and says where on standard error."""
    keep(shell.folder / "progress", *a_history(datetime.now(UTC)))
    ran = shell("peerguide stats --svg learning.svg")
    assert (ran.err, ran.code) == ("The picture is in learning.svg.\n", 0)
    assert ran.out.startswith("You knew 6 of 10")
    root = ET.parse(shell.folder / "learning.svg").getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve", "columns need their spaces"
    said = " ".join(text.replace("\xa0", " ") for text in root.itertext())
    assert "$ peerguide stats" in said
    assert "Peer supporters are honest and direct" in said
    for element in root.iter():
        held = [element.text or "", *element.attrib.values()]
        assert not any(re.search(r"https?:|@import|data:|url\((?!#)", text) for text in held)
        assert not any(name.endswith("href") for name in element.attrib)


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("there.svg", "there.svg is there already; nothing was written."),
        ("nowhere/learning.svg", "nowhere/learning.svg cannot be written: its folder is not there."),
        ("there.svg/learning.svg", "there.svg/learning.svg cannot be written: its folder is not there."),
    ],
)
def test_picture_that_cannot_be_saved(file: str, sentence: str, shell: Shell) -> None:
    """A picture is never saved over another file, nor where it cannot be; nothing is shown then."""
    (shell.folder / "there.svg").write_text("mine")
    ran = shell(f"peerguide stats --svg {file}")
    assert (ran.out, ran.err.splitlines()[0], ran.code) == ("", f"peerguide: {sentence}", 5)
    assert (shell.folder / "there.svg").read_text() == "mine"


# The store


def test_looking_changes_nothing(shell: Shell) -> None:
    """Looking leaves every file of the data folder as it is, and adds none."""
    keep(shell.folder / "progress", *a_history(NOW))
    before = files_in(shell.folder / "progress")
    for words in ("", "--plain", "--json", "--svg learning.svg"):
        assert shell(f"peerguide stats {words}").code == 0
    assert files_in(shell.folder / "progress") == before


def test_damaged_store_is_never_read_as_empty(shell: Shell) -> None:
    """A damaged store is told with exit code 5, in a sentence and as JSON, and left as it is."""
    keep(shell.folder / "progress", about("7", 1))
    file = store_file(shell.folder / "progress")
    file.write_bytes(file.read_bytes()[:-5000] + b"x" * 5000)
    before = files_in(shell.folder / "progress")
    ran = shell("peerguide stats --json")
    assert (ran.out, ran.code) == ("", 5)
    assert "is damaged, so it is not read" in json.loads(ran.err)["error"]["message"]
    assert files_in(shell.folder / "progress") == before


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_whole_drawing(
    columns: int, now_is: Callable[..., Learning], request: pytest.FixtureRequest
) -> None:
    """What `stats` draws for a known history is what is recorded, at each width."""
    told = drawn(now_is(*a_history(NOW)), columns)
    recorded = Path(__file__).parent / "recorded" / f"stats-{columns}.txt"
    if request.config.getoption("--rewrite-transcripts"):
        recorded.parent.mkdir(exist_ok=True)
        recorded.write_text(told, encoding="utf-8")
    assert told == recorded.read_text(encoding="utf-8")
