"""How columns may get into each other: cut line by line, side by side, tails gone astray."""

from __future__ import annotations

from functools import partial
from itertools import chain, groupby, zip_longest
from typing import TYPE_CHECKING

from wording.copies.damage.kinds import ORDERING, Damage
from wording.copies.lines import BESIDE, BLANK, COLUMNS, MEANING, PRACTICES, ROLES, TEXT, TITLE, Line, tables

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from wording.copies.damage.kinds import Lines
    from wording.copies.lines import Word

    Rows = dict[str, list[Line]]

THREE = (MEANING, PRACTICES, ROLES)
STARTS = {MEANING: 0, PRACTICES: 40, ROLES: 84}
"""Where a column begins on a line that holds all three."""


def by_column(lines: Sequence[Line]) -> Rows:
    """The lines of each column, those that hold words of two taken apart, blank ones left out."""
    rows: Rows = {column: [] for column in THREE}
    for line in lines:
        for column, words in groupby(line.words, key=lambda word: word.column):
            rows[column].append(line._replace(words=tuple(words), indent=0, end=""))
    return rows


def _each_table(lines: Lines, order: Callable[[Rows, list[Line]], list[Line]]) -> Lines:
    """The lines with each stretch of a table put in another order: of its titles and the rows of its columns."""
    found: Lines = []
    for inside, stretch in tables(lines):
        if not inside:
            found += stretch
            continue
        titles = [line for line in stretch if line.kind == TITLE]
        rows = by_column([line for line in stretch if line.kind == TEXT])
        found += [*order(rows, titles), BLANK]
    return found


def _in_turn(*columns: list[Line]) -> list[Line]:
    return [line for line in chain.from_iterable(zip_longest(*columns)) if line]


def three_in_turn(lines: Lines, _chance: Random) -> Lines:
    """A line of each column in turn."""
    return _each_table(lines, lambda rows, titles: [*titles, *_in_turn(*rows.values())])


def two_in_turn(lines: Lines, _chance: Random) -> Lines:
    """The meaning, then practices and roles line by line in turn."""
    return _each_table(
        lines, lambda rows, titles: [*titles, *rows[MEANING], *_in_turn(rows[PRACTICES], rows[ROLES])]
    )


def first_two_in_turn(lines: Lines, _chance: Random) -> Lines:
    """Meaning and practices line by line in turn, then the roles."""
    return _each_table(
        lines, lambda rows, titles: [*titles, *_in_turn(rows[MEANING], rows[PRACTICES]), *rows[ROLES]]
    )


def beside(lines: Lines, _chance: Random) -> Lines:
    """The three columns side by side, as `pdftotext -layout` prints them, headings and all."""
    return [
        *chain.from_iterable(
            (_beside if inside else _headings_beside)(stretch) for inside, stretch in tables(lines)
        )
    ]


def _beside(stretch: Sequence[Line]) -> list[Line]:
    titles = by_column([line for line in stretch if line.kind == TITLE])
    texts = by_column([line for line in stretch if line.kind == TEXT])
    return [*map(_row, zip_longest(*titles.values())), BLANK, *map(_row, zip_longest(*texts.values())), BLANK]


def _headings_beside(stretch: Sequence[Line]) -> list[Line]:
    headings = by_column([line for line in stretch if line.kind == COLUMNS])
    rows = map(_row, zip_longest(*headings.values()))
    places = [place for place, line in enumerate(stretch) if line.kind == COLUMNS]
    return [*stretch[: places[0]], *rows, BLANK, *stretch[places[-1] + 1 :]] if places else [*stretch]


def _row(row: Sequence[Line | None]) -> Line:
    """One line with these lines of three columns, each at its column's place."""
    words: list[Word] = []
    used = indent = 0
    for column, line in zip(THREE, row, strict=True):
        if line:
            place = max(STARTS[column], used + 2 if words else 0)
            indent = indent if words else place
            words += [line.words[0]._replace(gap=place - used), *line.words[1:]]
            used = place + len(line.text)
    there = next(line for line in row if line)
    return there._replace(words=tuple(words), kind=BESIDE, indent=indent)


def whole_columns(lines: Lines, _chance: Random) -> Lines:
    """Page by page one column after another down the whole page, whatever the values."""
    found: Lines = []
    for inside, stretch in tables(lines, by_value=False):
        found += chain.from_iterable(map(_apart, by_column(stretch).values())) if inside else stretch
    return found


def tails(lines: Lines, chance: Random) -> Lines:
    """In each value the end of a text stands after another column's last line."""
    return _each_table(lines, partial(_with_tail_astray, chance=chance))


def _with_tail_astray(rows: Rows, titles: list[Line], chance: Random) -> list[Line]:
    home = chance.choice(THREE)
    away = {MEANING: PRACTICES, PRACTICES: ROLES, ROLES: PRACTICES}[home]
    cuts = [place for place in range(1, len(rows[home])) if _is_tail(rows[home], place)]
    if cuts and rows[away]:
        cut = chance.choice(cuts)
        stop = next(
            (place for place in range(cut, len(rows[home])) if rows[home][place].starts), len(rows[home])
        )
        rows[away] += rows[home][cut:stop]
        rows[home] = rows[home][:cut] + rows[home][stop:]
    return [*titles, *chain.from_iterable(map(_apart, rows.values()))]


def _is_tail(rows: list[Line], cut: int) -> bool:
    """Whether a statement has its last line or its last two from here on, and words enough in them."""
    after = rows[cut : cut + 3]
    ends = next((place for place, line in enumerate(after) if line.starts), len(after))
    words = sum(len(line.words) for line in after[:ends])
    return not rows[cut].starts and 1 <= ends <= 2 and words >= 4


def _apart(rows: list[Line]) -> list[Line]:
    """The rows with a blank line before each bullet and each title, and at the end."""
    found: list[Line] = []
    for line in rows:
        another = line.starts or (found and line.kind != found[-1].kind)
        found += [BLANK, line] if found and another else [line]
    return [*found, BLANK]


ORDERS = (
    Damage("three columns in turn", ORDERING, three_in_turn, "order", ("wrap",)),
    Damage("two columns in turn", ORDERING, two_in_turn, "order", ("wrap",)),
    Damage("first two in turn", ORDERING, first_two_in_turn, "order", ("wrap",)),
    Damage("columns side by side", ORDERING, beside, "order", ("wrap",)),
    Damage("column by column", ORDERING, whole_columns, "order"),
    Damage("tails astray", ORDERING, tails, "order"),
)
