"""What does not belong to the tables and stands among them: running headers, numbers of pages, other people's text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from wording.copies.damage.kinds import ADDING, WRITING, Damage
from wording.copies.lines import BESIDE, BLANK, FOREIGN, HEADER, TEXT, TITLE, Line, Word, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from wording.copies.damage.kinds import Lines

BODIES = (
    "International Association of Peer Supporters (iNAPS)", "National Association of Peer Supporters (INAPS)",
    "National Association of Peer Supporters (N.A.P.S.)", "International Association of Peer Supporters",
)  # fmt: skip
SITES = ("www.peersupportworks.org", "www.inaops.org")
NUMBERS = ("Page {page} of 24", "Page {page} of 24", "page {page} of 24", "Page {page}", "")

MENU = """\
Skip to main content
Home  About us  Membership  Training  Events  Donate  Contact
Search
Share this page: Facebook | Twitter | LinkedIn | E-mail
You are here: Home > Resources > Guidelines
This site uses cookies to improve your experience. By continuing to browse you agree to our use of cookies.
Accept all   Manage preferences"""
FOOT = """\
Posted in Resources, Supervision | 3 comments
Dana says: Thanks for putting this up! We use it with our new staff every month.
Reply
Lee says: Does anybody know whether there is a Spanish version of the guidelines for supervisors?
Reply
• Privacy policy
• Terms of use
• Site map
© All rights reserved. Designed with care by Bright Pages."""
ADVERTISEMENTS = (
    "ADVERTISEMENT\nNew! Comfortable office chairs for your whole team, 20 percent off until Sunday.\nShop now",
    "Sign up for our newsletter\nGet the latest news about conferences and webinars in your inbox.\nSubscribe",
    "Related articles\n• Ten ways to decorate a meeting room\n• How to book a flight to the annual conference",
)


def _header(page: int, chance: Random) -> list[Word]:
    """The words of a running header, with one name or the other, one address or the other, with a page's number or none."""
    number = chance.choice(NUMBERS).format(page=page)
    return words_of(f"{chance.choice(BODIES)} | {chance.choice(SITES)} {number}")


def _turns(lines: Lines) -> list[int]:
    """The places of the first line with words on each page but the first."""
    there = [(place, line.page) for place, line in enumerate(lines) if line.words and line.page]
    return [place for (_before, page), (place, next_page) in pairwise(there) if page != next_page]


def _insert(lines: Lines, at: Mapping[int, Sequence[Line]]) -> Lines:
    """The lines with others put in before those at these places."""
    found: Lines = []
    for place, line in enumerate(lines):
        found += [*at.get(place, ()), line]
    return found


def headers(lines: Lines, chance: Random) -> Lines:
    """A running header at the top of each page."""
    at = {
        place: [
            BLANK,
            Line(tuple(_header(lines[place].page, chance)), HEADER, lines[place].page, indent=3),
            BLANK,
        ]
        for place in _turns(lines)
    }
    return _insert(lines, at)


def headers_in_two(lines: Lines, chance: Random) -> Lines:
    """A running header on two lines at the top of each page."""
    at: dict[int, Sequence[Line]] = {}
    for place in _turns(lines):
        words = _header(lines[place].page, chance)
        cut = chance.randrange(3, len(words))
        at[place] = [
            Line(tuple(part), HEADER, lines[place].page, end=" ") for part in (words[:cut], words[cut:])
        ]
    return _insert(lines, at)


def headers_among(lines: Lines, chance: Random) -> Lines:
    """A running header on a line of its own somewhere on each page, as often as not within a statement."""
    at = {
        place: [Line(tuple(_header(lines[place].page, chance)), HEADER, lines[place].page)]
        for place in _one_a_page(lines, chance)
    }
    return _insert(lines, at)


def headers_within(lines: Lines, chance: Random) -> Lines:
    """A running header in the middle of a line on each page."""
    found = [*lines]
    for place in _one_a_page(lines, chance):
        line = found[place]
        cut = chance.randrange(1, len(line.words)) if len(line.words) > 1 else 1
        words = (*line.words[:cut], *_header(line.page, chance), *line.words[cut:])
        found[place] = line._replace(words=words)
    return found


def _one_a_page(lines: Lines, chance: Random) -> list[int]:
    pages: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        if line.ref and line.kind not in (TITLE, HEADER) and ":" not in line.ref:
            pages.setdefault(line.page, []).append(place)
    return [chance.choice(places) for places in pages.values()]


def page_numbers(lines: Lines, chance: Random) -> Lines:
    """The bare number of the page before at the end of each page."""
    forms = ("{page}", "- {page} -", "{page} | Page", "Page {page} of 24")
    form = chance.choice(forms)
    at = {
        place: [BLANK, Line(tuple(words_of(form.format(page=lines[place].page - 1))), HEADER), BLANK]
        for place in _turns(lines)
    }
    return _insert(lines, at)


def form_feeds(lines: Lines, _chance: Random) -> Lines:
    """A form feed before the first word of each page."""
    found = [*lines]
    for place in _turns(lines):
        first, *rest = found[place].words
        fed = first._replace(text=f"\f{first.text}", true=first.reads)
        found[place] = found[place]._replace(words=(fed, *rest))
    return found


def _foreign(text: str) -> list[Line]:
    return [Line(tuple(words_of(line)), FOREIGN) for line in text.split("\n")]


def around(lines: Lines, _chance: Random) -> Lines:
    """A web page's menu and cookie notice before, comments after."""
    return [*_foreign(MENU), BLANK, *lines, BLANK, *_foreign(FOOT)]


def between(lines: Lines, chance: Random) -> Lines:
    """Advertisements between texts of the tables, set off by blank lines."""
    places = [
        place
        for place, line in enumerate(lines)
        if line.value and line.words and _begins(line, lines[place - 1])
    ]
    at = {
        place: [BLANK, *_foreign(chance.choice(ADVERTISEMENTS)), BLANK] for place in chance.sample(places, 4)
    }
    return _insert(lines, at)


def _begins(line: Line, before: Line) -> bool:
    """Whether something begins with the line: a statement, a heading, a row of the table."""
    return line.starts or line.kind == TITLE or (line.kind == BESIDE and not before.words)


def inside(lines: Lines, chance: Random) -> Lines:
    """An advertisement in the middle of a statement, set off by blank lines."""
    places = [
        place
        for place, line in enumerate(lines)
        if line.kind in (TEXT, BESIDE) and line.value and line.ref and not line.starts
    ]
    at = {
        place: [BLANK, *_foreign(chance.choice(ADVERTISEMENTS)), BLANK] for place in chance.sample(places, 2)
    }
    return _insert(lines, at)


ADDITIONS = (
    Damage("headers", ADDING, headers, "header"),
    Damage("headers in two lines", ADDING, headers_in_two, "header"),
    Damage("headers among lines", ADDING, headers_among, "header"),
    Damage("headers within lines", ADDING, headers_within, "header"),
    Damage("page numbers", ADDING, page_numbers, "numbers"),
    Damage("form feeds", WRITING, form_feeds, "feeds"),
    Damage("text before and after", ADDING, around),
    Damage("text between", ADDING, between, "foreign"),
    Damage("text inside", ADDING, inside, "foreign"),
)
