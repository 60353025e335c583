"""GIFT: every question comes back from a reader by Moodle's rules and from a parser of npm, whatever its texts hold."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from export.gift_reader import Answer, Item, formatted, held, read, shown_html
from export.hostile_corpus import hostile_corpus
from hypothesis import given
from hypothesis import strategies as st

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.export.bank import accepted, asked, category, identity, reason, right_places, said, worth
from peerguide.export.characters import shown
from peerguide.export.formats.gift import FORMAT, HINTS
from peerguide.export.gift_text import gift_answer, gift_block, gift_category, gift_inline
from peerguide.export.selection import Selection

if TYPE_CHECKING:
    from conftest import CorpusMaker, Shell

    from peerguide.quiz.model import Question

PARSER = Path(sys.prefix) / "npm" / "node_modules" / "gift-pegjs"
"""Where `make test-readers` puts the parser: npm install --prefix .venv/npm gift-pegjs."""

KINDS = {"best-worst": "choice", "choice": "choice", "typed": "short", "order": "matching", "list": "essay"}


@pytest.fixture(params=["shipped", "hostile"])
def selection(request: pytest.FixtureRequest, tmp_path: Path) -> Selection:
    """The shipped corpus, and one whose texts are made of what formats act on."""
    shipped = request.param == "shipped"
    return Selection(Corpus.open(corpus_folder(None)) if shipped else hostile_corpus(tmp_path / "hostile"))


def written(selection: Selection) -> str:
    """The file of this selection."""
    content = FORMAT.whats["questions"](selection)
    assert not isinstance(content, bytes)
    return "".join(content)


def expected(question: Question, selection: Selection) -> Item:
    """What a reader must make of a question, its texts as a browser shows them."""
    hint = HINTS.get(question.form)
    if question.form == "order":
        places = map(str, right_places(question))
        answers = [Answer(item, 100, match=place) for item, place in zip(question.items, places, strict=True)]
    elif question.form == "typed":
        answers = [Answer(answer, 100) for answer in accepted(question)]
    else:
        answers = [Answer(one.text, worth(one, question), said(one, question)) for one in question.options]
    return Item(
        category(question, selection).label,
        question.card.id,
        identity(selection, *question.card),
        KINDS[question.form],
        f"{asked(question)}\n{hint}" if hint else asked(question),
        tuple(answers),
        reason(question),
    )


def as_shown(item: Item) -> Item:
    """What people see of a question that was read."""
    texts = (lambda text: text.replace(r"\*", "*")) if item.kind == "short" else shown_html
    return item._replace(
        category=shown_html(re.split("(?<!/)/(?!/)", item.category)[-1].replace("//", "/")),
        text=shown_html(item.text),
        answers=tuple(one._replace(text=texts(one.text), said=shown_html(one.said)) for one in item.answers),
        general=shown_html(item.general),
    )


def test_every_question_comes_back(selection: Selection) -> None:
    """By Moodle's rules every question is read with its category, id, text, options, reasons and accepted answers, unaltered."""
    assert [as_shown(item) for item in read(written(selection))] == [
        expected(question, selection) for question in selection.bank()
    ]


@pytest.mark.readers
def test_a_parser_of_others_agrees(selection: Selection) -> None:
    """The parser gift-pegjs reads every question with its texts, options and reasons, unaltered."""
    assert [as_shown(item) for item in parsed(written(selection))] == [
        expected(question, selection) for question in selection.bank()
    ]


def parsed(source: str) -> list[Item]:
    """What gift-pegjs makes of a file."""
    if not PARSER.exists():
        pytest.skip(f"gift-pegjs is not in {PARSER.parent}")
    program = "process.stdout.write(JSON.stringify(require(process.argv[1]).parse(require('fs').readFileSync(0, 'utf8'))))"
    done = subprocess.run(
        ["node", "-e", program, str(PARSER)], input=source.encode(), capture_output=True, check=True
    )
    items: list[Item] = []
    current = ""
    for found in json.loads(done.stdout):
        if found["type"] == "Category":
            current = found["title"]
        else:
            items.append(from_parser(found, current))
    return items


def from_parser(found: dict[str, Any], current: str) -> Item:
    """A question of gift-pegjs in the reader's own words."""
    kinds = {"MC": "choice", "Short": "short", "Matching": "matching", "Essay": "essay"}
    if found["type"] == "Matching":
        answers = [
            Answer(pair["subquestion"]["text"], 100, match=pair["subanswer"]) for pair in found["matchPairs"]
        ]
    else:
        answers = [
            Answer(
                one["text"]["text"],
                one["weight"] or (100 if one["isCorrect"] else 0),
                (one["feedback"] or {}).get("text", ""),
            )
            for one in found.get("choices", ())
        ]
    return Item(
        current,
        found["title"],
        found["id"],
        kinds[found["type"]],
        found["stem"]["text"],
        tuple(answers),
        found["globalFeedback"]["text"],
    )


def test_a_scenario_is_worth_a_part_between_the_best_and_the_worst() -> None:
    """Of a scenario the best gives the whole mark, the worst none, and what is in between a part that Moodle knows."""
    items = read(written(Selection(Corpus.open(corpus_folder(None)), kinds=("scenario",))))
    assert len(items) >= 48
    for item in items:
        assert sorted(one.share for one in item.answers) == [0, 25, 25, 100]
        said_of = {one.share: one.said.partition(". ")[0] for one in item.answers}
        assert said_of == {0: "The worst", 25: "In between", 100: "The best"}


def test_a_count_makes_a_paper() -> None:
    """With a count the file has the questions of one paper, with kinds only those."""
    corpus = Corpus.open(corpus_folder(None))
    assert len(read(written(Selection(corpus, count=5, seed=7)))) == 5
    names = {item.name for item in read(written(Selection(corpus, refs=("7",), kinds=("name", "order"))))}
    assert names == {"name:7", "order:7"}


def test_it_says_what_it_is(corpus_of: CorpusMaker) -> None:
    """The shipped guide's file says in comments that it is unofficial and what it restates; nobody else's does."""
    shipped = written(Selection(Corpus.open(corpus_folder(None)), count=1))
    assert shipped.startswith("// National Practice Guidelines")
    assert shipped.count("unofficial") == 1
    assert "unofficial" not in written(Selection(Corpus.open(corpus_of())))


HOSTILE = [
    "[html]bold", "[plain] x", "[x]", "%50%half", "&&058; &&035;", r"\(x^2\) $$y$$ \n \\ \: \\n", "a -> b", "//", "::a::", "####", "{T}", "=%100%",
    "\x07bell\x1b", "<script>alert(1)</script>", "&lt;b&gt;", "$CATEGORY: x", "\ud800 \uffff", "a\nb\nc",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_come_back(text: str) -> None:
    """What Moodle acts on comes back as text, control characters as their pictures."""
    assert shown_html(formatted(held(f"[html]{gift_block(text)}"))) == shown(text)
    option = gift_inline(text)
    (item,) = read(
        f"::x::[html]{gift_block(text)}{{\n\t={option}#{option}\n\t~{option}\n\t####{gift_block(text)}\n}}"
    )
    assert [shown_html(one.text) for one in item.answers] == [shown(text), shown(text)]
    assert {shown_html(one) for one in (item.text, item.general, item.answers[0].said)} == {shown(text)}


@given(st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool))
def test_any_text_comes_back(text: str) -> None:
    """Any text at all comes back as an option and as what is said of it."""
    (item,) = read(
        f"::x::[html]y{{\n\t={gift_inline(text)}#{gift_inline(text)}\n\t~{gift_inline(text)}#{gift_inline(text)}\n\t####z\n}}"
    )
    assert [(shown_html(one.text), shown_html(one.said), one.share) for one in item.answers] == [
        (shown(text), shown(text), 100),
        (shown(text), shown(text), 0),
    ]


@pytest.mark.parametrize(
    ("answer", "read_as"),
    [
        ("a*b", r"a\*b"),
        ("a\\b", "a\\b"),
        ("~{=#}:", "~{=#}:"),
        ("T", "T"),
        ("%50%", "%50%"),
        ("a -> b", "a -* b"),
    ],
)
def test_answers_are_compared_as_they_are(answer: str, read_as: str) -> None:
    """An accepted answer is plain text for Moodle, its asterisks no wildcards; only an arrow, which GIFT has no way to write, is."""
    (item,) = read(f"::x::y{{\n\t=%100%{gift_answer(answer)}\n\t####z\n}}")
    assert item.kind == "short"
    assert item.answers == (Answer(read_as, 100),)


def test_a_slash_in_a_name_parts_no_categories() -> None:
    """A slash, a backslash and an ampersand in a guide's or a value's name stay in that name."""
    path = held(gift_category("a/b \\= c", "d & e"))
    names = [part.replace("//", "/") for part in re.split("(?<!/)/(?!/)", path)]
    assert [shown_html(name) for name in names] == ["a/b \\= c", "d & e"]


def test_the_same_bytes_every_time(shell: Shell) -> None:
    """The same command gives the same bytes in another locale and with another hash seed."""
    first = shell("peerguide export gift", PYTHONHASHSEED="1", LANG="C", LC_ALL="C", PYTHONUTF8="0")
    second = shell("peerguide export gift", PYTHONHASHSEED="2", LANG="de_DE.UTF-8")
    assert (first.code, second.code) == (0, 0)
    assert first.out == second.out
