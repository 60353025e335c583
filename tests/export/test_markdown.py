"""Markdown: any text comes back from a CommonMark reader, every link leads somewhere, and a linter has nothing to say."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import REPOSITORY, SMALL
from export.hostile_corpus import TEXTS, hostile_corpus
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.export.characters import shown
from peerguide.export.formats.markdown import FORMAT
from peerguide.export.markdown.text import WIDTH, address, escaped, heading, prose, quoted, table
from peerguide.export.selection import Selection
from peerguide.quiz.model import GAP, Card, Name, Option, Question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conftest import CorpusMaker, Shell

    from peerguide.quiz.model import Form

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
GOLDEN = Path(__file__).parent / "golden"
LINTER = REPOSITORY / ".venv-readers" / "node_modules" / ".bin" / "markdownlint-cli2"

MARKS = list("\\`*_[]<>|~^${}@#&;:.!()+-=\"'0123aixw/%,? \t\x00\x01\x7f\u200bé")
PIECES = (
    "- + * # 1. 2) | --- === :--- ``` ~~~ [ ] [x] <b> </p> <!-- --> &amp; &#65; www.a.org http://a.org a@b.org _x_ __x__ ** "
    "![a](b) [a]: i. (a) a) {{c1::x}} {%raw%} $x$ \\ C# ### end. end! :smile: word"
).split()
TEXT = st.one_of(
    st.text(st.sampled_from(MARKS), max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.text(max_size=80),
).filter(lambda text: bool(text.split()))
"""Texts made of what Markdown acts on, alone and one after the other, long enough to be wrapped."""


def shipped(**options: Any) -> Selection:
    """The shipped corpus, or what these options choose of it."""
    return Selection(Corpus.open(corpus_folder(None)), **options)


def written(what: str, selection: Selection) -> str:
    """What the format writes."""
    content = FORMAT.whats[what](selection)
    assert not isinstance(content, bytes)
    return "".join(content)


def files(selection: Selection) -> dict[str, str]:
    """The files of the handbook by their names."""
    return {name: "".join(map(str, content)) for name, content in FORMAT.folders["handbook"](selection)}


def read(markdown: str) -> list[str]:
    """The plain text of every heading, paragraph and cell, as a reader of its own finds it."""
    return [_text(token.children or []) for token in READER.parse(markdown) if token.type == "inline"]


def _text(tokens: Iterable[Any]) -> str:
    return "".join(
        {"softbreak": " ", "hardbreak": "<br>"}.get(token.type, _content(token)) for token in tokens
    )


def _content(token: Any) -> str:
    """The text of a token; of what no text of a corpus may become, something that cannot be mistaken for it."""
    if token.type in ("text", "text_special") or re.fullmatch(r'<span id="[^"]+">|</span>', token.content):
        return "" if token.type == "html_inline" else str(token.content)
    return (
        "" if token.type in ("strong_open", "strong_close", "link_open", "link_close") else f"<{token.type}>"
    )


def blocks(markdown: str) -> list[str]:
    """The kinds of block that a reader finds."""
    return [token.type for token in READER.parse(markdown) if token.nesting != -1]


def line(text: str) -> str:
    """A text as it should come back."""
    return shown(" ".join(text.split()))


# Any text comes back


@given(TEXT)
@settings(max_examples=400)
def test_any_text_comes_back(text: str) -> None:
    """Whatever a text holds, it is read as that text in a paragraph, a heading, an item, a quotation and a cell, and as nothing else."""
    one, expected = " ".join(text.split()), line(text)
    for markdown, kinds, found in (
        (prose(one), ["paragraph_open"], [expected]),
        (heading(2, one), ["heading_open"], [expected]),
        (
            prose(one, "- **7.p1** ", "  "),
            ["bullet_list_open", "list_item_open", "paragraph_open"],
            [f"7.p1 {expected}"],
        ),
        (prose(one, "- ", "  "), ["bullet_list_open", "list_item_open", "paragraph_open"], [expected]),
        (
            quoted([one, one]),
            ["blockquote_open", "paragraph_open", "inline", "paragraph_open"],
            [expected] * 2,
        ),
    ):
        assert read(markdown) == found, markdown
        assert blocks(markdown) == [*kinds, "inline"], markdown
    cells = "".join(table(("a", "b"), [(escaped(one), f"**A.** {escaped(one)}")]))
    assert read(cells) == ["a", "b", expected, f"A. {expected}"], cells


@given(st.lists(TEXT, min_size=2, max_size=4))
def test_paragraphs_stay_apart(texts: list[str]) -> None:
    """A newline parts two paragraphs, in an item too."""
    text = "\n".join(" ".join(text.split()) for text in texts)
    assert read(prose(text, "- ", "  ")) == [line(text) for text in texts]


@given(TEXT)
def test_lines_are_wrapped(text: str) -> None:
    """No line of prose is wider than the limit, unless one word is."""
    for one in prose(" ".join(text.split()), "> ", "> ").splitlines():
        assert len(one) <= WIDTH or len(one.split()) == 2


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        (
            "It's plain, isn't it? Yes (it is); person-first!",
            "It's plain, isn't it? Yes (it is); person-first!",
        ),
        ("R&D at 50% + more", "R&D at 50% + more"),
        ("7.p2", "7.p2"),
        ("&amp; *x*", r"\&amp; \*x\*"),
        ("1. one", r"1\. one"),
        ("- dash", r"\- dash"),
        ("# heading", r"\# heading"),
        ("see www.a.org", r"see www\.a.org"),
        ("see http://a.org", r"see http\://a.org"),
        ("bell\x07 end", "bell␇ end"),
    ],
)
def test_no_more_is_escaped_than_must_be(text: str, markdown: str) -> None:
    """Ordinary sentences stand as they are; only what would act has a backslash."""
    assert prose(text) == markdown


@pytest.mark.parametrize(
    ("text", "is_link"),
    [
        ("https://example.org/a?b=c&d=e#f", True),
        ("https://example.org/%20(x)", True),
        ("www.example.org", False),
        ("javascript:alert(1)", False),
        ("https://example.org/<b>", False),
        ("https://example.org/ two", False),
        ("https://example.org/?a=&copy;", False),
    ],
)
def test_only_addresses_are_links(text: str, is_link: bool) -> None:
    """An address of the web is a link to just that; anything else stays text."""
    (inline,) = (token for token in READER.parse(f"See {address(text)}") if token.type == "inline")
    targets = [child.attrs["href"] for child in inline.children or [] if child.type == "link_open"]
    assert targets == ([text] if is_link else [])
    assert is_link or read(address(text)) == [text]


# Whole documents


@dataclass(frozen=True)
class OnPaper(Selection):
    """A selection whose questions are given."""

    questions: tuple[Question, ...] = field(default=())

    def paper(self) -> tuple[Question, ...]:
        """The questions given."""
        return self.questions


def question(form: Form, prompt: str, answers: tuple[str, ...], **more: Any) -> Question:
    """A question of this form."""
    options = more.pop("options", ())
    card = Card("name", "1")
    return Question(
        card, form, prompt, options, answers, f"Because {prompt}", ("1.p1", "1"), "1", "1", **more
    )


def every_form(text: str) -> tuple[Question, ...]:
    """A question of every form, about this text."""
    options = tuple(Option(letter, f"{text} {letter}", "1", letter == "B", f"{text} why") for letter in "ABC")
    names = tuple(Name(ref, f"{text} {ref}", ()) for ref in "12")
    return (
        question("choice", f"Which?\n{text}", (f"{text} B",), options=options),
        question("typed", f"Which word?\nPractice: {text}\nRole: {GAP} it.", (text, text.upper(), "also")),
        question("list", "Name both.", tuple(name.name for name in names), named=names, needed=2),
        question("order", "Put in order.", ("BA",), items=(f"{text} one", f"{text} two")),
    )


def hostile(folder: Path) -> Selection:
    """A corpus whose every text would act, with headings that would clash or end in marks, and questions of every form."""
    texts = [*TEXTS, *(" ".join(PIECES[at:] + PIECES[:at]) for at in range(len(PIECES)))]
    texts += [
        "two\n\nparagraphs\n\n- of | it",
        "bell\x07\x00 and \x7f",
        "ends in \\",
        "www.a.org",
        "m@b.org http://a.org",
    ]
    names = [
        "Contents",
        "The end.",
        "Really?!",
        "C#",
        "Trailing #",
        "# # #",
        "1. One",
        "- x",
        "![a](b)",
        ":smile:",
    ]
    values = [
        {
            "id": number, "number": number, "name": f"{name}", "theme": texts[number], "meaning": "\n\n".join(texts[:9]),
            "terms": ["first", "second"], "confused_with": [{"value": number % len(names) + 1, "why": texts[number + 9]}],
            "practices": [{"id": f"{number}.p{at}", "text": text} for at, text in enumerate(texts if number == 1 else texts[-9:], 1)],
            "roles": [{"id": f"{number}.s1", "text": name}, {"id": f"{number}.s2", "text": name, "repeats": f"{number}.s1"}],
        }
        for number, name in enumerate(names, 1)
    ]  # fmt: skip
    terms = [
        {
            "id": "first",
            "name": "Contents:",
            "definition": "\n\n".join(texts),
            "aliases": texts[:9],
            "cites": ["doc"],
        },
        {"id": "second", "name": "Glossary", "definition": "<p>", "see_also": ["first"]},
    ]
    source = {
        "title": "*Doc*",
        "about": "# x",
        "obtain": "| x",
        "terms_of_use": "<b>",
        "address": "javascript:x",
        "pages": 9,
    }
    contents = {
        "values": {"source": "doc", "values": values},
        "glossary": {"source": "doc", "terms": terms},
        "sources": {"sources": [{"id": "doc", **source}]},
    }
    folder.mkdir()
    for name, content in contents.items():
        (folder / f"{name}.yaml").write_text(_yaml(content), encoding="utf-8")
    return OnPaper(Corpus.open(folder), questions=every_form(" ".join(PIECES)))


def _yaml(content: object) -> str:
    """JSON that is YAML too: the delete character escaped, which YAML wants and JSON does not."""
    return json.dumps(content, ensure_ascii=False).replace("\x7f", "\\u007f")


def test_every_statement_comes_back(tmp_path: Path) -> None:
    """Every text of a hostile corpus is read as it is from the handbook, from its folder of files and from the checklist."""
    selection = hostile(tmp_path / "mine")
    folder = files(selection)
    for markdown in (written("handbook", selection), "\n".join(folder.values()), written("value", selection)):
        found = read(markdown)
        for value in selection.values():
            assert f"{value.number}. {line(value.name)}" in found
            assert f"Practice theme: {line(value.theme or '')}" in found
            assert {line(text) for text in value.meaning.split("\n")} <= set(found)
            for statement in value.practices:
                first, *others = statement.text.split("\n")
                assert f"{statement.ref} {line(first)}" in found
                assert set(map(line, others)) <= set(found)
            assert (
                f"{value.confused_with[0].number}. {line(value.confused_with[0].name)}: {line(value.confused_with[0].why)}"
                in found
            )
    boxes = read(written("checklist", selection))
    for value in selection.values():
        for statement in (*value.practices, *value.roles):
            assert f"[ ] {statement.ref} {line(statement.text.split(chr(10))[0])}" in boxes
    for term in selection.terms():
        for markdown in (
            written("handbook", selection),
            written("glossary", selection),
            folder["glossary.md"],
        ):
            assert {line(term.name), *map(line, term.definition.split("\n"))} <= set(read(markdown))


def test_every_question_comes_back(tmp_path: Path) -> None:
    """Every prompt, option, answer and reason of a hostile corpus is read as it is from the paper, its key and the cards."""
    selection = hostile(tmp_path / "mine")
    paper, key = read(written("quiz", selection)), read(written("key", selection))
    assert isinstance(selection, OnPaper)
    for one in selection.questions:
        assert {line(text) for text in one.prompt.split("\n")} <= set(paper)
        assert {f"{option.letter}. {line(option.text)}" for option in one.options} <= set(paper)
        assert {
            f"Why not {option.letter}: {line(option.why)}" for option in one.options if not option.correct
        } <= set(key)
        assert f"Why: {line(one.explanation)}" in key
    bank = list(Selection(selection.corpus).bank())
    cells = read(written("cards", Selection(selection.corpus)))[3:]
    assert len(bank) > 20
    for one, front, back in zip(bank, cells[::2], cells[1::2], strict=False):
        assert front.startswith(line(one.prompt))
        assert all(f"{option.letter}. {line(option.text)}" in front for option in one.options)
        assert line(one.explanation) in back
        assert one.refs[0] in back


def test_the_shared_hostile_corpus_comes_back(tmp_path: Path) -> None:
    """What the other formats must carry, Markdown carries too."""
    selection = Selection(hostile_corpus(tmp_path / "mine"))
    found = read(written("handbook", selection))
    assert {f"1.p{at} {line(f'{text} 1p')}" for at, text in enumerate(TEXTS, 1)} <= set(found)


# Links


def targets(markdown: str) -> set[str]:
    """Where the links of a document lead."""
    inlines = (token.children or [] for token in READER.parse(markdown))
    return {
        str(child.attrs["href"]) for children in inlines for child in children if child.type == "link_open"
    }


def anchors(markdown: str) -> list[str]:
    """What a link can lead to in a document."""
    inlines = (token.children or [] for token in READER.parse(markdown))
    tags = (child.content for children in inlines for child in children if child.type == "html_inline")
    return [name for tag in tags for name in re.findall(r'<span id="([^"]+)">', tag)]


def lost_links(folder: dict[str, str]) -> list[str]:
    """Every link of these files that leads nowhere among them; links to the web are let be."""
    known = {f"{name}#{place}" for name, text in folder.items() for place in anchors(text)} | set(folder)
    return [
        f"{name}: {target}"
        for name, text in folder.items()
        for target in targets(text)
        if not target.startswith("https://")
        and (target if target[0] != "#" else f"{name}{target}") not in known
    ]


@pytest.mark.parametrize("refs", [(), ("7",), ("1", "12")])
def test_every_link_leads_somewhere(refs: tuple[str, ...]) -> None:
    """Whatever is chosen, each link leads to an anchor that is there, in one document and in a folder."""
    selection = shipped(refs=refs)
    for what in FORMAT.whats:
        document = written(what, selection)
        assert lost_links({"": document}) == [], what
        assert len(anchors(document)) == len(set(anchors(document)))
    folder = files(selection)
    assert lost_links(folder) == []
    listed = [*selection.values(), *selection.terms(), *selection.readings()]
    chapters = [name for name in folder if name != "README.md" and not name.startswith("value-")]
    assert len(targets(folder["README.md"])) == len(listed) + len(chapters)


def test_anchors_are_the_permanent_refs() -> None:
    """Every value, statement, term and document can be linked to by its ref, which no edit of its name changes."""
    selection = shipped()
    corpus = selection.corpus
    refs = [ref for (ref,) in corpus.rows("SELECT ref FROM entry WHERE kind != 'scenario' ORDER BY seq")]
    assert [name for name in anchors(written("handbook", selection)) if name.startswith("ref-")] == [
        f"ref-{ref}" for ref in refs
    ]
    folder = files(selection)
    assert sorted(name for text in folder.values() for name in anchors(text)) == sorted(
        f"ref-{ref}" for ref in refs
    )


def test_what_is_not_there_is_no_link() -> None:
    """In a part of a corpus, names of what was left out are plain text."""
    document = written("value", shipped(refs=("7",)))
    assert document.startswith('# <span id="ref-7"></span>7. Peer supporters are honest and direct\n')
    assert targets(document) == {"#ref-7.p1"}
    assert any(text.startswith("4. Peer supporters are empathetic: ") for text in read(document))


# Papers and sheets


def test_the_key_belongs_to_the_paper() -> None:
    """The same seed and count give a paper and a key of the same questions, and the key names the right option of each."""
    selection = shipped(seed=7, count=20)
    paper, key = read(written("quiz", selection)), read(written("key", selection))
    titles = [f"Question {number}" for number in range(1, 21)]
    assert [text for text in paper if text.startswith("Question ")] == titles
    assert [text for text in key if text.startswith("Question ")] == titles
    answers = [text for text in key if text.startswith("Answer: ")]
    for told, one in zip(answers, selection.paper(), strict=True):
        if one.right:
            assert told == f"Answer: {one.right.letter}. {one.right.text}"
            assert f"{one.right.letter}. {one.right.text}" in paper
    assert not [text for text in paper if "Why" in text]
    assert written("quiz", shipped(seed=8, count=20)) != written("quiz", selection)


def test_the_cheat_sheet_fits_a_page() -> None:
    """All values, with names and themes, stand on one printed page: no more lines than a page has, none wider."""
    sheet = written("cheatsheet", shipped())
    rows = [line for line in sheet.splitlines() if line.startswith("|")]
    assert len(rows) == 14
    assert len(sheet.splitlines()) <= 40
    assert max(map(len, rows)) <= 110


def test_nothing_to_ask_is_said() -> None:
    """A paper without a question says so."""
    selection = OnPaper(shipped().corpus)
    assert "There is no question to ask here." in read(written("quiz", selection))


@pytest.mark.parametrize("what", ["handbook", "glossary", "value", "cheatsheet", "checklist", "quiz", "key"])
def test_a_small_corpus(what: str, corpus_of: CorpusMaker, request: pytest.FixtureRequest) -> None:
    """A small corpus is written exactly as it was looked over by people (`--rewrite-transcripts` writes it down anew)."""
    terms = "terms:\n- {id: calm, name: Calm, definition: A quiet mind., aliases: [quiet], cites: [book]}\n"
    sources = (
        "sources:\n- {id: book, title: A Book, about: On calm., obtain: Ask., terms_of_use: Free., year: 1999, "
        "address: 'https://example.org/book'}\n"
    )
    folder = corpus_of(SMALL + "    terms: [calm]\nsource: book\n", glossary=terms, sources=sources)
    found = written(what, OnPaper(Corpus.open(folder), questions=every_form("Be *kind*")))
    file = GOLDEN / f"{what}.md"
    if request.config.getoption("--rewrite-transcripts"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")


# The same bytes


EVERYTHING = """
import sys
from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.export.formats.markdown import FORMAT
from peerguide.export.selection import Selection
selection = Selection(Corpus.open(corpus_folder(None)), count=30)
for write in FORMAT.whats.values():
    sys.stdout.buffer.writelines(piece.encode() for piece in write(selection))
for name, content in FORMAT.folders["handbook"](selection):
    sys.stdout.buffer.writelines([name.encode(), *(piece.encode() for piece in content)])
"""


def test_the_same_bytes_every_time(shell: Shell) -> None:
    """The same bytes, whatever the hash seed and the locale."""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", EVERYTHING],
            capture_output=True,
            check=True,
            env=shell.environment | {"PYTHONHASHSEED": seed, "LANG": locale, "TZ": zone},
        ).stdout
        for seed, locale, zone in (("1", "C", "UTC"), ("2", "tr_TR.UTF-8", "Asia/Tokyo"))
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 200_000


# The linter


@pytest.fixture
def lint(tmp_path: Path) -> Lint:
    """markdownlint-cli2, which `npm install --prefix .venv-readers markdownlint-cli2` installs."""
    if not (LINTER.exists() and shutil.which("node")):
        pytest.skip(
            "markdownlint-cli2 is not installed: npm install --prefix .venv-readers markdownlint-cli2"
        )
    return Lint(tmp_path / "linted")


class Lint:
    """Lints documents in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, documents: dict[str, str], **rules: object) -> str:
        """What the linter has against these documents, with its default rules but for these."""
        self.folder.mkdir()
        (self.folder / ".markdownlint-cli2.jsonc").write_text(json.dumps({"config": rules}))
        for name, text in documents.items():
            (self.folder / name).write_text(text, encoding="utf-8", newline="\n")
        done = subprocess.run([LINTER, "*.md"], cwd=self.folder, capture_output=True, text=True, timeout=120)
        assert f"Linting: {len(documents)} file" in done.stdout
        return done.stderr


def everything(selection: Selection) -> dict[str, str]:
    """Every document that there is of a selection, by file name."""
    papers = {name: "".join(map(str, text)) for name, text in FORMAT.folders["readings"](selection)}
    return {f"{what}.md": written(what, selection) for what in FORMAT.whats} | {
        f"folder-{name}": text for name, text in (files(selection) | papers).items()
    }


@pytest.mark.readers
@pytest.mark.parametrize("guide", ["guidelines", "declaration"])
def test_the_linter_has_nothing_to_say(guide: str, lint: Lint) -> None:
    """Every document of a shipped guide is clean by markdownlint's default rules, the length of lines included."""
    assert lint(everything(Selection(Corpus.open(corpus_folder(guide))))) == ""


@pytest.mark.readers
def test_the_linter_and_a_hostile_corpus(lint: Lint, tmp_path: Path) -> None:
    """Every document of a hostile corpus is clean too, but for the length of what cannot be wrapped."""
    selection = hostile(tmp_path / "mine")
    shared = {
        f"shared-{name}": text
        for name, text in everything(Selection(hostile_corpus(tmp_path / "shared"))).items()
    }
    assert lint(everything(selection) | shared, MD013=False) == ""


@pytest.mark.readers
def test_the_linter_and_the_report_of_an_exam(lint: Lint, shell: Shell) -> None:
    """The report of an exam is clean, whatever was answered."""
    typed = "".join(f"{text}\n" for text in ("a", "b", "# *x*", "1. <b>", "", "d", "", *"aabbccdd" * 9))
    assert shell("peerguide quiz --exam --seed 3 --count 24 --no-save --out report.md", typed).code == 0
    assert lint({"report.md": (shell.folder / "report.md").read_text(encoding="utf-8")}) == ""
