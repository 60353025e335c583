"""Question banks as QTI 2.1: one file for each question, one test for each category.

Choosing, typing and ordering have an interaction of their own. A scenario asks for the best option, and one between the best and the worst
scores a part. Naming all values becomes a long text, which a person marks.
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
    right_order,
    said,
    worth,
)
from peerguide.export.qti.elements import document, element, schemas
from peerguide.export.qti.manifest import manifest, resource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from peerguide.export.selection import Selection
    from peerguide.quiz.model import Form, Option, Question

QTI = ("http://www.imsglobal.org/xsd/imsqti_v2p1", "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd")
PACKAGE = ("http://www.imsglobal.org/xsd/imscp_v1p1", "http://www.imsglobal.org/xsd/imscp_v1p1.xsd")
SCHEMA = ("QTIv2.1 Package", "1.0.0")

ITEM, TEST = "imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1"
"""The types of resource: a question, and a test of several."""

SESSION = {"maxAttempts": "0", "showFeedback": "true"}
"""How a test is taken: as often as people like, and with feedback."""

CARDINALITY: dict[Form, str] = {
    "choice": "single",
    "typed": "single",
    "order": "ordered",
    "list": "single",
    "best-worst": "single",
}
EXPLANATION = "explanation"
LINES = 12
"""How many lines a long text is offered."""


def qti21(selection: Selection) -> Iterator[tuple[str, bytes]]:
    """The files of the package, each with its name: the manifest, then the tests, each with its questions."""
    parts = by_category(selection)
    listed = [one for part, questions in parts.items() for one in _resources(selection, part, questions)]
    yield "imsmanifest.xml", document(manifest(selection, PACKAGE, SCHEMA, listed))
    for part, questions in parts.items():
        yield f"{identity(selection, part.name)}.xml", document(_test(selection, part, questions))
        for question in questions:
            name = identity(selection, *question.card)
            yield f"{name}.xml", document(_item(question, name))


# The package


def _resources(selection: Selection, part: Category, questions: list[Question]) -> Iterator[Element]:
    names = [identity(selection, *question.card) for question in questions]
    test = identity(selection, part.name)
    yield resource(test, TEST, f"{test}.xml", names)
    yield from (resource(name, ITEM, f"{name}.xml") for name in names)


def _test(selection: Selection, part: Category, questions: list[Question]) -> Element:
    title = label(f"{part.label} ({selection.title})")
    names = [identity(selection, *question.card) for question in questions]
    items = [element("assessmentItemRef", {"identifier": name, "href": f"{name}.xml"}) for name in names]
    section = element(
        "assessmentSection", {"identifier": "section", "title": part.label, "visible": "true"}, *items
    )
    modes = {"identifier": "part", "navigationMode": "nonlinear", "submissionMode": "individual"}
    return element(
        "assessmentTest",
        schemas(*QTI) | {"identifier": identity(selection, part.name), "title": title},
        element("testPart", modes, element("itemSessionControl", SESSION), section),
    )


# One question


def _item(question: Question, name: str) -> Element:
    attributes = {
        "identifier": name,
        "title": question.card.id,
        "adaptive": "false",
        "timeDependent": "false",
    }
    return element(
        "assessmentItem",
        schemas(*QTI) | attributes,
        _response(question),
        *_outcomes(),
        element("itemBody", None, *_body(question)),
        _processing(question),
        *_feedback(question),
    )


def _response(question: Question) -> Element:
    """What is answered, and which answers are right; of a long text, none is."""
    told = {
        "identifier": "RESPONSE",
        "cardinality": CARDINALITY[question.form],
        "baseType": "identifier" if _chosen(question) else "string",
    }
    if question.form == "list":
        return element("responseDeclaration", told)
    right = [element("value", text=answer) for answer in _right(question)]
    values = element("correctResponse", None, *right)
    return element("responseDeclaration", told, values)


def _chosen(question: Question) -> bool:
    """Whether what is answered are the ids of what is shown, and not words."""
    return question.form in (*CHOOSING, "order")


def _right(question: Question) -> list[str]:
    """The right response: the id of an option, those of the items in order, or the official answer."""
    if question.form == "order":
        return [f"item_{number}" for number in right_order(question)]
    return [_choice(question.right.letter)] if question.right else [question.answers[0]]


def _choice(letter: str) -> str:
    return f"choice_{letter}"


def _outcomes() -> Iterator[Element]:
    none = element("defaultValue", None, element("value", text="0"))
    yield _outcome("SCORE", "float", none)
    yield _outcome("FEEDBACK", "identifier")
    yield _outcome("EXPLANATION", "identifier")


def _outcome(name: str, kind: str, *default: Element) -> Element:
    attributes = {"identifier": name, "cardinality": "single", "baseType": kind}
    return element("outcomeDeclaration", attributes, *default)


def _body(question: Question) -> Iterator[Element]:
    """The prompt, a paragraph for each of its texts, and where to answer it."""
    yield from _paragraphs(asked(question))
    if question.form in CHOOSING:
        texts = {_choice(option.letter): option.text for option in question.options}
        yield _choices("choiceInteraction", texts, {"maxChoices": "1"})
    elif question.form == "order":
        yield _choices("orderInteraction", {f"item_{n}": item for n, item in enumerate(question.items, 1)})
    elif question.form == "typed":
        yield element("p", None, element("textEntryInteraction", {"responseIdentifier": "RESPONSE"}))
    else:
        line = {"responseIdentifier": "RESPONSE", "expectedLines": str(LINES)}
        yield element("extendedTextInteraction", line)


def _paragraphs(text: str) -> list[Element]:
    return [element("p", text=one) for one in text.split("\n")]


def _choices(name: str, texts: dict[str, str], more: dict[str, str] | None = None) -> Element:
    attributes = {"responseIdentifier": "RESPONSE", "shuffle": "false", **(more or {})}
    choices = [element("simpleChoice", {"identifier": key}, text=text) for key, text in texts.items()]
    return element(name, attributes, *choices)


# What an answer is worth, and what is said of it


def _processing(question: Question) -> Element:
    rules = [_set("EXPLANATION", _value("identifier", EXPLANATION))]
    if question.form in CHOOSING:
        rules.append(_set("FEEDBACK", _variable()))
    if question.form != "list":
        rules.append(_scores(_is_right(question), "1"))
    rules += (
        _scores(_is_chosen(option), f"{worth(option, question) / 100}")
        for option in question.options
        if 0 < worth(option, question) < 100
    )
    return element("responseProcessing", None, *rules)


def _scores(when: Element, score: str) -> Element:
    """What an answer is worth, from 0 to 1, under this condition."""
    then = _set("SCORE", _value("float", score))
    return element("responseCondition", None, element("responseIf", None, when, then))


def _is_chosen(option: Option) -> Element:
    return element("match", None, _variable(), _value("identifier", _choice(option.letter)))


def _is_right(question: Question) -> Element:
    """When an answer is right: a typed one in capital letters or without, which mappings cannot say in every release of 2.1."""
    if question.form != "typed":
        return element("match", None, _variable(), element("correct", {"identifier": "RESPONSE"}))
    ways = [
        element("stringMatch", {"caseSensitive": "false"}, _variable(), _value("string", answer))
        for answer in accepted(question)
    ]
    return element("or", None, *ways)


def _variable() -> Element:
    return element("variable", {"identifier": "RESPONSE"})


def _set(name: str, worth: Element) -> Element:
    return element("setOutcomeValue", {"identifier": name}, worth)


def _value(kind: str, text: str) -> Element:
    return element("baseValue", {"baseType": kind}, text=text)


def _feedback(question: Question) -> Iterator[Element]:
    for option in question.options:
        yield _told("FEEDBACK", _choice(option.letter), said(option, question))
    yield _told("EXPLANATION", EXPLANATION, reason(question))


def _told(outcome: str, name: str, text: str) -> Element:
    attributes = {"outcomeIdentifier": outcome, "identifier": name, "showHide": "show"}
    return element("modalFeedback", attributes, *_paragraphs(text))
