"""QTI: packages that keep to the schemas, whose questions another reader reads, and answers as they were meant."""

from __future__ import annotations

import time
import warnings
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile

import pytest
from export.gift_reader import shown_html
from export.hostile_corpus import hostile_corpus
from export.qti_rules import (
    MANIFEST,
    NCNAME,
    ONE_TWO,
    TWO_ONE,
    breaches,
    find,
    loose_ends,
    opened,
    processed,
)

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.export.bank import accepted, asked, identity, reason, right_order, right_places, said
from peerguide.export.bank import worth as share
from peerguide.export.formats.qti import FORMAT
from peerguide.export.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from conftest import CorpusMaker, Shell

    from peerguide.quiz.model import Question


@pytest.fixture(params=["shipped", "hostile"])
def corpus(request: pytest.FixtureRequest, tmp_path: Path) -> Corpus:
    """The shipped corpus, and one whose texts are made of what formats act on."""
    return (
        Corpus.open(corpus_folder(None))
        if request.param == "shipped"
        else hostile_corpus(tmp_path / "hostile")
    )


def package(selection: Selection) -> bytes:
    """The file of this selection."""
    content = FORMAT.whats["questions"](selection)
    assert isinstance(content, bytes)
    return content


def items_of(documents: dict[str, Element], name: str) -> dict[str, Element]:
    """The questions of a package by their ids."""
    key = "ident" if name == "item" else "identifier"
    return {item.attrib[key]: item for root in documents.values() for item in find(root, name)}


def text_of(element: Element, name: str) -> str:
    """The text of the first element of this name."""
    return find(element, name)[0].text or ""


def paragraphs(element: Element) -> str:
    """The texts of the paragraphs of an element, parted by newlines."""
    return "\n".join(one.text or "" for one in find(element, "p") if not len(one))


# Both


@pytest.mark.parametrize(("version", "rules"), [("1.2", ONE_TWO), ("2.1", TWO_ONE)])
def test_it_keeps_to_the_schemas(version: str, rules: dict[str, tuple[str, str]], corpus: Corpus) -> None:
    """Every document has only the elements and attributes that its schema allows, in its order, and the manifest names them all."""
    documents = opened(package(Selection(corpus, qti_version=version)))
    assert list(loose_ends(documents)) == []
    assert list(breaches(documents.pop("imsmanifest.xml"), MANIFEST)) == []
    settings = [name for name in documents if name.endswith("assessment_meta.xml")]
    assert (len(settings) > 0) == (version == "1.2")
    assert [
        told for name in set(documents) - set(settings) for told in breaches(documents[name], rules)
    ] == []


@pytest.mark.parametrize(("version", "name"), [("1.2", "item"), ("2.1", "assessmentItem")])
def test_every_question_is_in_it_once(version: str, name: str, corpus: Corpus) -> None:
    """A package has every question of the bank once, under an id made of its card's, and each in its value's part."""
    selection = Selection(corpus, qti_version=version)
    documents = opened(package(selection))
    found = [item for root in documents.values() for item in find(root, name)]
    questions = list(selection.bank())
    assert len(found) == len(questions)
    assert {item.attrib["title"] for item in found} == {question.card.id for question in questions}
    assert set(items_of(documents, name)) == {identity(selection, *one.card) for one in questions}
    part = "assessment" if version == "1.2" else "assessmentTest"
    titles = [one.attrib["title"] for root in documents.values() for one in find(root, part)]
    assert titles[0].startswith(f"Value 1: {corpus.value('1').name} (")
    others = {title.partition(" (")[0] for title in titles if not title.startswith("Value ")}
    assert others == {
        *("Glossary", "All values", "Scenarios"),
        *(group.title for group in [selection.of_all] if group),
    }


@pytest.mark.parametrize("version", ["1.2", "2.1"])
def test_it_says_what_it_is(version: str, corpus_of: CorpusMaker) -> None:
    """The shipped guide's manifest says that it is unofficial and what it restates; nobody else's does."""
    shipped = Selection(Corpus.open(corpus_folder(None)), count=1, qti_version=version)
    manifest = opened(package(shipped))["imsmanifest.xml"]
    assert text_of(find(manifest, "title")[0], "langstring") == shipped.title
    assert "unofficial" in text_of(find(manifest, "description")[0], "langstring")
    own = opened(package(Selection(Corpus.open(corpus_of()), qti_version=version)))["imsmanifest.xml"]
    assert find(own, "description") == []


@pytest.mark.parametrize("version", ["1.2", "2.1"])
def test_the_zip_is_the_same_on_every_machine(version: str) -> None:
    """Files are stored, in a fixed order, at the time that was given, with the same rights."""
    corpus = Corpus.open(corpus_folder(None))
    selection = Selection(corpus, refs=("7",), qti_version=version, epoch=1_700_000_001)
    with ZipFile(BytesIO(package(selection))) as container:
        members = container.infolist()
    assert members[0].filename == "imsmanifest.xml"
    assert {member.compress_type for member in members} == {ZIP_STORED}
    assert {member.date_time for member in members} == {time.gmtime(1_700_000_000)[:6]}
    assert {(member.create_system, member.external_attr) for member in members} == {(3, 0o644 << 16)}
    assert len({member.filename for member in members}) == len(members)


@pytest.mark.parametrize(
    ("epoch", "year"), [(-1, 1980), (0, 1980), (315_532_800, 1980), (4_354_819_198, 2107), (10**12, 2107)]
)
def test_a_time_that_a_zip_cannot_name(epoch: int, year: int) -> None:
    """A time before or after those that a zip file can name becomes the nearest one."""
    corpus = Corpus.open(corpus_folder(None))
    selection = Selection(corpus, refs=("7",), kinds=("name",), epoch=epoch)
    with ZipFile(BytesIO(package(selection))) as container:
        assert container.infolist()[0].date_time[0] == year


@pytest.mark.parametrize("version", ["1.2", "2.1"])
def test_the_same_bytes_every_time(version: str, shell: Shell) -> None:
    """The same command gives the same bytes in another locale, with another hash seed and in another time zone."""
    words = f"peerguide export qti --qti-version {version} -o"
    ran = [
        shell(f"{words} one.zip", PYTHONHASHSEED="1", LANG="C", LC_ALL="C", TZ="Asia/Tokyo"),
        shell(f"{words} two.zip", PYTHONHASHSEED="2", LANG="de_DE.UTF-8", TZ="America/New_York"),
    ]
    assert [one.code for one in ran] == [0, 0]
    assert (shell.folder / "one.zip").read_bytes() == (shell.folder / "two.zip").read_bytes()


@pytest.mark.parametrize("version", ["1.2", "2.1"])
def test_control_characters_become_pictures(version: str, corpus_of: CorpusMaker) -> None:
    """What XML cannot hold is shown as its picture, and nothing else is lost for it."""
    values = 'values:\n- {id: 1, number: 1, name: "Bell\\a", theme: "\\e[31m red", meaning: Kind.}\n'
    values += "- {id: 2, number: 2, name: Calm, theme: Still, meaning: Calm.}\n"
    selection = Selection(Corpus.open(corpus_of(values)), qti_version=version)
    texts = [
        text
        for root in opened(package(selection)).values()
        for one in root.iter()
        for text in [one.text or ""]
    ]
    assert "Bell\u2407" in texts
    assert any("\u241b[31m red" in text for text in texts)


@pytest.mark.parametrize("name", ["2024", "mein Führer & co", "a.b", "x" * 50])
def test_ids_are_names_for_xml(name: str, tmp_path: Path) -> None:
    """Whatever a guide is called, its ids are NCNames without a full stop, and no two cards share one."""
    selection = Selection(hostile_corpus(tmp_path / name))
    names = [identity(selection, *question.card) for question in selection.bank()]
    assert all(NCNAME.fullmatch(one) for one in names)
    assert len(set(names)) == len(names)


# 1.2


def test_one_two_gives_every_text_back(corpus: Corpus) -> None:
    """In a 1.2 package every prompt, option, item and reason stands as it was, as a browser shows it."""
    selection = Selection(corpus)
    found = items_of(opened(package(selection)), "item")
    for question in selection.bank():
        item = found[identity(selection, *question.card)]
        assert shown_html(text_of(item, "mattext")) == asked(question)
        told = {one.attrib["ident"]: text_of(one, "mattext") for one in find(item, "itemfeedback")}
        assert shown_html(told.pop("general_fb")) == reason(question)
        assert list(told.values()) == [said(option, question) for option in question.options]
        labels = [text_of(one, "mattext") for one in find(item, "response_label") if len(one)]
        if question.options:
            assert labels == [option.text for option in question.options]
        if question.form == "order":
            items = [text_of(one, "mattext") for one in find(item, "response_lid")]
            assert items == list(question.items)


def test_one_two_is_marked_as_the_quiz_marks(corpus: Corpus) -> None:
    """Right answers get all points and wrong ones none, each option its own reason, and everybody the reason of the answer."""
    selection = Selection(corpus)
    found = items_of(opened(package(selection)), "item")
    for question in selection.bank():
        item = found[identity(selection, *question.card)]
        for answers, score, shown in worth(question):
            assert processed(item, answers) == (score, ["general_fb", *shown])


def worth(question: Question) -> Iterator[tuple[dict[str, str], float, list[str]]]:
    """Answers to a question with the score that each must get, and the feedback besides the general one."""
    yield {}, 0, []
    for option in question.options:
        choice = f"choice_{option.letter}"
        yield {"response1": choice}, 100 if option.correct else 0, [f"{choice}_fb"]
    if question.form == "typed":
        yield {"response1": "something else"}, 0, []
        for answer in question.answers:
            yield {"response1": answer}, 100, []
    if question.form == "order":
        places = right_places(question)
        right = {f"response_{number}": f"place_{place}" for number, place in enumerate(places, 1)}
        yield right, 100, []
        yield {name: f"place_{len(places) + 1}" for name in right}, 0, []


def test_scores_of_three_items_make_a_hundred(corpus_of: CorpusMaker) -> None:
    """Where a hundred cannot be parted evenly, the shares still make a hundred together."""
    one = "- {{id: {0}, number: {0}, name: Value {0}, theme: Theme {0}, meaning: Meaning {0}.}}\n"
    values = "values:\n" + "".join(one.format(number) for number in (1, 2, 3))
    selection = Selection(Corpus.open(corpus_of(values)), kinds=("order",))
    for item in items_of(opened(package(selection)), "item").values():
        assert round(sum(float(one.text or "") for one in find(item, "setvar")), 2) == 100


@pytest.fixture
def pyslet() -> Iterator[None]:
    """Pyslet, whose XML parser and model of QTI are its own, without its warnings of its own old names."""
    pytest.importorskip("pyslet", reason="pyslet is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@pytest.mark.usefixtures("pyslet")
def test_another_reader_reads_one_two(corpus: Corpus) -> None:
    """Pyslet reads every text of a 1.2 question as it was written."""
    from pyslet.qtiv1 import common
    from pyslet.qtiv1.xml import QTIDocument

    selection = Selection(corpus, refs=("1",))
    questions = {identity(selection, *question.card): question for question in selection.bank()}
    with ZipFile(BytesIO(package(selection))) as container:
        for name in container.namelist():
            if not name.endswith(("imsmanifest.xml", "assessment_meta.xml")):
                document = QTIDocument()
                document.read(src=BytesIO(container.read(name)))
                for item in document.root.Assessment.SectionMixin[0].SectionItemMixin:
                    question = questions.pop(item.ident)
                    texts = [one.get_value() for one in item.find_children_depth_first(common.MatText)]
                    assert shown_html(texts[0]) == asked(question)
                    assert {option.text for option in question.options} <= set(texts)
                    assert {said(option, question) for option in question.options} <= set(texts)
    assert not questions


# 2.1


def test_two_one_gives_every_text_back(corpus: Corpus) -> None:
    """In a 2.1 package every prompt, option, item, accepted answer and reason stands as it was."""
    selection = Selection(corpus, qti_version="2.1")
    found = items_of(opened(package(selection)), "assessmentItem")
    for question in selection.bank():
        item = found[identity(selection, *question.card)]
        assert paragraphs(find(item, "itemBody")[0]) == asked(question)
        told = {one.attrib["identifier"]: paragraphs(one) for one in find(item, "modalFeedback")}
        assert told.pop("explanation") == reason(question)
        assert told == {f"choice_{option.letter}": said(option, question) for option in question.options}
        texts = [option.text for option in question.options] or list(question.items)
        assert [one.text for one in find(item, "simpleChoice")] == texts
        ways = [text_of(one, "baseValue") for one in find(item, "stringMatch")]
        assert ways == (list(accepted(question)) if question.form == "typed" else [])


@pytest.mark.usefixtures("pyslet")
def test_another_reader_marks_two_one(corpus: Corpus) -> None:
    """Pyslet reads each 2.1 question and, answered right and wrong, comes to the score and the feedback that were meant."""
    from pyslet.qtiv2.variables import ItemSessionState
    from pyslet.qtiv2.xml import QTIDocument

    selection = Selection(corpus, refs=("1",), qti_version="2.1")
    with ZipFile(BytesIO(package(selection))) as container:
        for question in selection.bank():
            document = QTIDocument()
            document.read(src=BytesIO(container.read(f"{identity(selection, *question.card)}.xml")))
            for answer, score, feedback in replies(question):
                session = ItemSessionState(document.root)
                session.begin_session()
                session["RESPONSE"].set_value(answer)
                session.end_attempt()
                values = [session[name].value for name in ("SCORE", "FEEDBACK", "EXPLANATION")]
                assert values == [score, feedback, "explanation"]


def replies(question: Question) -> Iterator[tuple[str | list[str] | None, float, str | None]]:
    """Answers to a question, with the score and the feedback that each must get."""
    yield None, 0, None
    for option in question.options:
        yield f"choice_{option.letter}", share(option, question) / 100, f"choice_{option.letter}"
    if question.form == "typed":
        yield "something else", 0, None
        yield from ((way, 1, None) for answer in question.answers for way in (answer, answer.upper()))
    if question.form == "order":
        right = [f"item_{number}" for number in right_order(question)]
        yield right, 1, None
        yield right[::-1], 0, None


def test_the_right_order_is_the_guides() -> None:
    """The items of an ordering question, put in the order or at the places given as right, come by the numbers of their values."""
    corpus = Corpus.open(corpus_folder(None))
    numbers = {value.name: value.number for value in corpus.values().values}
    for question in Selection(corpus, kinds=("order",)).bank():
        in_order = [question.items[number - 1] for number in right_order(question)]
        at_places = sorted(zip(right_places(question), question.items, strict=True))
        assert (
            in_order
            == [item for _place, item in at_places]
            == sorted(question.items, key=numbers.__getitem__)
        )
