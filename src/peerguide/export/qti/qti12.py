"""Question banks as QTI 1.2, in the dialect of Canvas Classic quizzes, which other platforms read too.

One assessment for each category, so that Canvas makes a quiz and a bank of each. It has no ordering: such a question becomes one of
matching, each item with its place. Naming all values becomes an essay, which a person marks. A scenario asks for the best option; Canvas
has no part marks for a choice, so that is the one that scores.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.export.bank import (
    CHOOSING,
    Category,
    accepted,
    asked,
    by_category,
    identity,
    label,
    reason,
    right_places,
    said,
)
from peerguide.export.characters import html_paragraphs
from peerguide.export.credits import credit
from peerguide.export.qti.elements import document, element, schemas
from peerguide.export.qti.manifest import manifest, resource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from peerguide.export.selection import Selection
    from peerguide.quiz.model import Form, Question

QTI = ("http://www.imsglobal.org/xsd/ims_qtiasiv1p2", "http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd")
PACKAGE = (
    "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
    "http://www.imsglobal.org/xsd/imscp_v1p1.xsd",
)
SCHEMA = ("IMS Content", "1.1.3")
CANVAS = ("http://canvas.instructure.com/xsd/cccv1p0", "https://canvas.instructure.com/xsd/cccv1p0.xsd")

ASSESSMENT = "imsqti_xmlv1p2"
SETTINGS = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
"""The types of resource: an assessment, and what Canvas is told of it."""

TYPES: dict[Form, str] = {
    "choice": "multiple_choice_question",
    "typed": "short_answer_question",
    "order": "matching_question",
    "list": "essay_question",
    "best-worst": "multiple_choice_question",
}
"""What Canvas calls each form of question."""

RESPONSE = "response1"
GENERAL = "general_fb"
FULL = 100
"""The score of a right answer, in percent of the question's points."""


def qti12(selection: Selection) -> Iterator[tuple[str, bytes]]:
    """The files of the package, each with its name: the manifest, then two for each category."""
    parts = by_category(selection)
    listed = [one for part in parts for one in _resources(identity(selection, part.name))]
    yield "imsmanifest.xml", document(manifest(selection, PACKAGE, SCHEMA, listed))
    for part, questions in parts.items():
        name = identity(selection, part.name)
        yield f"{name}/{name}.xml", document(_assessment(selection, part, questions))
        yield f"{name}/assessment_meta.xml", document(_settings(selection, part, questions))


def _resources(name: str) -> Iterator[Element]:
    settings = f"{name}__settings"
    yield resource(name, ASSESSMENT, f"{name}/{name}.xml", [settings], entry=False)
    yield resource(settings, SETTINGS, f"{name}/assessment_meta.xml")


def _settings(selection: Selection, part: Category, questions: list[Question]) -> Element:
    """What Canvas is told of a quiz: that it is for practice and may be taken as often as people like."""
    told = {
        "title": _title(selection, part),
        "description": html_paragraphs("\n".join(credit(selection.corpus))),
        "shuffle_answers": "false",
        "scoring_policy": "keep_highest",
        "quiz_type": "practice_quiz",
        "points_possible": f"{len(questions)}.0",
        "allowed_attempts": "-1",
    }
    attributes = schemas(*CANVAS) | {"identifier": identity(selection, part.name)}
    return element("quiz", attributes, *(element(name, text=text) for name, text in told.items()))


def _title(selection: Selection, part: Category) -> str:
    return label(f"{part.label} ({selection.title})")


def _assessment(selection: Selection, part: Category, questions: list[Question]) -> Element:
    items = [_item(question, identity(selection, *question.card)) for question in questions]
    return element(
        "questestinterop",
        schemas(*QTI),
        element(
            "assessment",
            {"ident": identity(selection, part.name), "title": _title(selection, part)},
            element("qtimetadata", None, _field("cc_maxattempts", "unlimited")),
            element("section", {"ident": "root_section"}, *items),
        ),
    )


def _field(name: str, entry: str) -> Element:
    return element(
        "qtimetadatafield", None, element("fieldlabel", text=name), element("fieldentry", text=entry)
    )


def _item(question: Question, name: str) -> Element:
    return element(
        "item",
        {"ident": name, "title": question.card.id},
        element(
            "itemmetadata",
            None,
            element(
                "qtimetadata",
                None,
                _field("question_type", TYPES[question.form]),
                _field("points_possible", "1.0"),
            ),
        ),
        element(
            "presentation",
            None,
            _material(html_paragraphs(asked(question)), "text/html"),
            *_responses(question),
        ),
        element("resprocessing", None, _outcomes(), _explained(), *_conditions(question)),
        *_feedback(question),
    )


def _material(text: str, kind: str = "text/plain") -> Element:
    return element("material", None, element("mattext", {"texttype": kind}, text=text))


# What is asked


def _responses(question: Question) -> Iterator[Element]:
    if question.form in CHOOSING:
        yield _choice(RESPONSE, {f"choice_{one.letter}": one.text for one in question.options})
    elif question.form == "order":
        places = {f"place_{place}": str(place) for place in range(1, len(question.items) + 1)}
        for number, item in enumerate(question.items, 1):
            yield _choice(f"response_{number}", places, _material(item))
    else:
        line = element("render_fib", None, element("response_label", {"ident": "answer1", "rshuffle": "No"}))
        yield element("response_str", {"ident": RESPONSE, "rcardinality": "Single"}, line)


def _choice(name: str, choices: dict[str, str], *asked: Element) -> Element:
    """One choice among several, by their ids; `asked` is what is to be matched with one of them."""
    labels = [element("response_label", {"ident": key}, _material(text)) for key, text in choices.items()]
    attributes = {"ident": name, "rcardinality": "Single"}
    return element("response_lid", attributes, *asked, element("render_choice", None, *labels))


# What an answer is worth


def _outcomes() -> Element:
    score = {"maxvalue": str(FULL), "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
    return element("outcomes", None, element("decvar", score))


def _explained() -> Element:
    """Whatever was answered, the reason is shown."""
    return _condition(element("other"), _shows(GENERAL), last=False)


def _conditions(question: Question) -> Iterator[Element]:
    for option in question.options:
        choice = f"choice_{option.letter}"
        yield _condition(_equal(RESPONSE, choice), _shows(f"{choice}_fb"), last=False)
    if question.right:
        yield _condition(_equal(RESPONSE, f"choice_{question.right.letter}"), _scores("Set", str(FULL)))
    elif question.form == "typed":
        for answer in accepted(question):
            yield _condition(_equal(RESPONSE, answer), _scores("Set", str(FULL)))
    elif question.form == "order":
        yield from _places(question)


def _places(question: Question) -> Iterator[Element]:
    """The score of each item that has its place; the last one makes up for what rounding took."""
    places = right_places(question)
    share = round(FULL / len(places), 2)
    for number, place in enumerate(places, 1):
        score = share if number < len(places) else FULL - share * (len(places) - 1)
        equal = _equal(f"response_{number}", f"place_{place}")
        yield _condition(equal, _scores("Add", f"{score:.2f}"), last=False)


def _condition(condition: Element, then: Element, *, last: bool = True) -> Element:
    """What follows when a condition holds; no other is looked at after the `last`."""
    proceed = {"continue": "No" if last else "Yes"}
    return element("respcondition", proceed, element("conditionvar", None, condition), then)


def _equal(response: str, answer: str) -> Element:
    return element("varequal", {"respident": response}, text=answer)


def _scores(action: str, score: str) -> Element:
    return element("setvar", {"action": action, "varname": "SCORE"}, text=score)


def _shows(name: str) -> Element:
    return element("displayfeedback", {"feedbacktype": "Response", "linkrefid": name})


def _feedback(question: Question) -> Iterator[Element]:
    yield _told(GENERAL, _material(html_paragraphs(reason(question)), "text/html"))
    for option in question.options:
        yield _told(f"choice_{option.letter}_fb", _material(said(option, question)))


def _told(name: str, material: Element) -> Element:
    return element("itemfeedback", {"ident": name}, element("flow_mat", None, material))
