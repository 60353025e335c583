"""What the IMS schemas ask of a QTI package, as far as this one uses them, and what an answer to a 1.2 item is worth.

The rules are those of `ims_qtiasiv1p2p1`, `imsqti_v2p1` and `imscp_v1p1`: which elements may stand in which, in what order, with which
attributes, and which of those are ids.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

if TYPE_CHECKING:
    from collections.abc import Iterator

NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")

Rules = dict[str, tuple[str, str]]
"""For each element its children, as a regular expression over their names, each with a space after it, and its attributes (`?`: may
be missing). An element without children has text, or nothing."""

ONE_TWO: Rules = {
    "questestinterop": ("assessment ", ""),
    "assessment": ("qtimetadata (section )+", "ident title"),
    "section": ("(item )*", "ident"),
    "item": ("itemmetadata presentation resprocessing (itemfeedback )*", "ident title"),
    "itemmetadata": ("qtimetadata ", ""),
    "qtimetadata": ("(qtimetadatafield )+", ""),
    "qtimetadatafield": ("fieldlabel fieldentry ", ""),
    "fieldlabel": ("", ""),
    "fieldentry": ("", ""),
    "presentation": ("(material |response_lid |response_str )+", ""),
    "material": ("mattext ", ""),
    "mattext": ("", "texttype"),
    "response_lid": ("(material )?render_choice ", "ident rcardinality"),
    "response_str": ("render_fib ", "ident rcardinality"),
    "render_choice": ("(response_label )*", ""),
    "render_fib": ("(response_label )*", ""),
    "response_label": ("(material )?", "ident rshuffle?"),
    "resprocessing": ("outcomes (respcondition )+", ""),
    "outcomes": ("(decvar )+", ""),
    "decvar": ("", "maxvalue minvalue varname vartype"),
    "respcondition": ("conditionvar (setvar )*(displayfeedback )*", "continue"),
    "conditionvar": ("(varequal |other )+", ""),
    "varequal": ("", "respident"),
    "other": ("", ""),
    "setvar": ("", "action varname"),
    "displayfeedback": ("", "feedbacktype linkrefid"),
    "itemfeedback": ("(flow_mat )+", "ident"),
    "flow_mat": ("(material )+", ""),
}

TWO_ONE: Rules = {
    "assessmentTest": ("(testPart )+", "identifier title"),
    "testPart": (
        "(itemSessionControl )?(assessmentSection )+",
        "identifier navigationMode submissionMode",
    ),
    "itemSessionControl": ("", "maxAttempts showFeedback"),
    "assessmentSection": ("(assessmentItemRef )*", "identifier title visible"),
    "assessmentItemRef": ("", "identifier href"),
    "assessmentItem": (
        "(responseDeclaration )*(outcomeDeclaration )*itemBody responseProcessing (modalFeedback )*",
        "identifier title adaptive timeDependent",
    ),
    "responseDeclaration": ("(correctResponse )?", "identifier cardinality baseType"),
    "correctResponse": ("(value )+", ""),
    "value": ("", ""),
    "outcomeDeclaration": ("(defaultValue )?", "identifier cardinality baseType"),
    "defaultValue": ("(value )+", ""),
    "itemBody": ("(p |choiceInteraction |orderInteraction |extendedTextInteraction )+", ""),
    "p": ("(textEntryInteraction )?", ""),
    "textEntryInteraction": ("", "responseIdentifier"),
    "extendedTextInteraction": ("", "responseIdentifier expectedLines"),
    "choiceInteraction": ("(simpleChoice )+", "responseIdentifier shuffle maxChoices"),
    "orderInteraction": ("(simpleChoice )+", "responseIdentifier shuffle"),
    "simpleChoice": ("", "identifier"),
    "responseProcessing": ("(setOutcomeValue |responseCondition )+", ""),
    "responseCondition": ("responseIf ", ""),
    "responseIf": ("(match |or )(setOutcomeValue )+", ""),
    "or": ("(stringMatch )+", ""),
    "stringMatch": ("variable baseValue ", "caseSensitive"),
    "match": ("variable (correct |baseValue )", ""),
    "variable": ("", "identifier"),
    "correct": ("", "identifier"),
    "setOutcomeValue": ("(baseValue |variable )", "identifier"),
    "baseValue": ("", "baseType"),
    "modalFeedback": ("(p )+", "outcomeIdentifier identifier showHide"),
}

MANIFEST: Rules = {
    "manifest": ("metadata organizations resources ", "identifier"),
    "metadata": ("schema schemaversion lom ", ""),
    "schema": ("", ""),
    "schemaversion": ("", ""),
    "lom": ("general ", ""),
    "general": ("title (description )?", ""),
    "title": ("langstring ", ""),
    "description": ("langstring ", ""),
    "langstring": ("", ""),
    "organizations": ("", ""),
    "resources": ("(resource )*", ""),
    "resource": ("(file )+(dependency )*", "identifier type href?"),
    "file": ("", "href"),
    "dependency": ("", "identifierref"),
}


def opened(package: bytes) -> dict[str, Element]:
    """The documents of a package by the names of their files, in their order."""
    with ZipFile(BytesIO(package)) as container:
        assert container.testzip() is None
        return {name: fromstring(container.read(name)) for name in container.namelist()}


def name_of(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def find(element: Element, name: str) -> list[Element]:
    """All elements of this name below another one, in order."""
    return [one for one in element.iter() if name_of(one) == name]


def breaches(root: Element, rules: Rules) -> Iterator[str]:
    """What in a document is not as the schema asks."""
    for element in root.iter():
        name = name_of(element)
        children, attributes = rules.get(name, ("", ""))
        inside = "".join(f"{name_of(child)} " for child in element)
        if name not in rules or not re.fullmatch(children, inside):
            yield f"{name}: {inside}"
        if inside and ((element.text or "").strip() or any((child.tail or "").strip() for child in element)):
            yield f"{name}: a text beside elements"
        allowed = {one.rstrip("?") for one in attributes.split()}
        needed = {one for one in attributes.split() if not one.endswith("?")}
        there = {one for one in element.attrib if not one.startswith("{")}
        if not needed <= there <= allowed:
            yield f"{name}: {sorted(there)}"
        yield from (
            f"{name}: {value} is no id"
            for key, value in element.attrib.items()
            if key in {"ident", "identifier", "identifierref", "linkrefid", "respident", "responseIdentifier"}
            and not NCNAME.fullmatch(value)
        )


def loose_ends(documents: dict[str, Element]) -> Iterator[str]:
    """What the manifest promises and the package does not hold, or the other way round."""
    manifest = documents["imsmanifest.xml"]
    listed = [file.attrib["href"] for file in find(manifest, "file")]
    if sorted(listed) != sorted(set(documents) - {"imsmanifest.xml"}):
        yield "the files listed are not those of the package"
    names = [resource.attrib["identifier"] for resource in find(manifest, "resource")]
    if len(set(names)) < len(names):
        yield "two resources have the same id"
    yield from (
        f"{one.attrib['identifierref']} is needed and not there"
        for one in find(manifest, "dependency")
        if one.attrib["identifierref"] not in names
    )


def processed(item: Element, answers: dict[str, str]) -> tuple[float, list[str]]:
    """The score and the ids of the feedback for these answers to a 1.2 item, by the responses' ids."""
    score, shown = 0.0, []
    for condition in find(item, "respcondition"):
        if not all(_holds(test, answers) for test in find(condition, "conditionvar")[0]):
            continue
        for change in find(condition, "setvar"):
            worth = float(change.text or "")
            score = worth if change.attrib["action"] == "Set" else score + worth
        shown += [one.attrib["linkrefid"] for one in find(condition, "displayfeedback")]
        if condition.attrib["continue"] == "No":
            break
    return round(score, 2), shown


def _holds(test: Element, answers: dict[str, str]) -> bool:
    if name_of(test) == "other":
        return True
    return answers.get(test.attrib["respident"], "").casefold() == (test.text or "").casefold()
