"""Entries as JSON data: the shapes that programs depend on.

Keys keep their order and their meaning; what is added later is added at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peerguide.corpus.bytype import ByType

if TYPE_CHECKING:
    from peerguide.corpus.model.common import Citation, Link, Wording
    from peerguide.corpus.model.glossary import Term, TermList
    from peerguide.corpus.model.lists import ItemView, StatementList, StatementView, ValueList
    from peerguide.corpus.model.scenarios import Choice, Scenario, ScenarioList, ScenarioName, ScenarioView
    from peerguide.corpus.model.sources import Source, SourceList
    from peerguide.corpus.model.values import Confusion, Item, Statement, Value, ValueName

Data = dict[str, Any] | list[Any] | None

record: ByType[[], Data] = ByType("JSON shape")
"""The JSON data of an entry or a list of them: dicts, lists, texts, numbers and None."""


def worded(wording: Wording) -> dict[str, Any]:
    """What is told of a wording beside its name: the plain words, where both were asked for."""
    return {} if wording.plain is None else {"plain": wording.plain}


@record.register
def _value_name_record(entry: ValueName) -> Data:
    return {"ref": entry.ref, "number": entry.number, "name": entry.name, "theme": entry.theme}


@record.register
def _value_list_record(entry: ValueList) -> Data:
    return [record(value) for value in entry.values]


@record.register
def _value_record(entry: Value) -> Data:
    return {
        "ref": entry.ref,
        "number": entry.number,
        "name": entry.name,
        "theme": entry.theme,
        "meaning": entry.meaning,
        "wording": entry.wording.name,
        "practices": [record(statement) for statement in entry.practices],
        "roles": [record(statement) for statement in entry.roles],
        "confused_with": [record(confusion) for confusion in entry.confused_with],
        "terms": [record(term) for term in entry.terms],
        "source": record(entry.source) if entry.source else None,
        "aliases": list(entry.aliases),
        "found_by": list(entry.found_by),
        **worded(entry.wording),
        **({"also": [record(link) for link in entry.also]} if entry.also else {}),
    }


@record.register
def _confusion_record(entry: Confusion) -> Data:
    return {"ref": entry.ref, "number": entry.number, "name": entry.name, "why": entry.why}


@record.register
def _link_record(entry: Link) -> Data:
    return {"ref": entry.ref, "name": entry.name}


@record.register
def _statement_record(entry: Statement) -> Data:
    return {
        "ref": entry.ref,
        "kind": entry.kind,
        "value": entry.value,
        "text": entry.text,
        "wording": entry.wording.name,
        "page": entry.page,
        "also": list(entry.also),
        "repeats": entry.repeats,
        **worded(entry.wording),
        **({} if entry.value else _listed(entry)),
    }


def _listed(entry: Statement) -> dict[str, Any]:
    """What a practice of the whole guide has that no other has: what it lists."""
    return {"items_name": entry.items_name, "items": [record(item) for item in entry.items]}


@record.register
def _item_record(entry: Item) -> Data:
    return {"ref": entry.ref, "text": entry.text, "wording": entry.wording.name, **worded(entry.wording)}


@record.register
def _item_view_record(entry: ItemView) -> Data:
    return {
        "ref": entry.item.ref,
        "kind": "item",
        "text": entry.item.text,
        "practice": record(entry.statement),
        "also": [link.ref for link in entry.also],
        "wording": entry.item.wording.name,
        **worded(entry.item.wording),
    }


@record.register
def _statement_view_record(entry: StatementView) -> Data:
    return record(entry.statement)


@record.register
def _statement_list_record(entry: StatementList) -> Data:
    return [record(statement) for group in entry.groups for statement in group.statements]


@record.register
def _term_list_record(entry: TermList) -> Data:
    return [record(term) for term in entry.terms]


@record.register
def _term_record(entry: Term) -> Data:
    return {
        "ref": entry.ref,
        "name": entry.name,
        "aliases": list(entry.aliases),
        "definition": entry.definition,
        "wording": entry.wording.name,
        "see_also": [record(term) for term in entry.see_also],
        "source": record(entry.source) if entry.source else None,
        "used_by": [record(value) for value in entry.used_by],
        "cites": [record(source) for source in entry.cites],
        **worded(entry.wording),
    }


@record.register
def _source_list_record(entry: SourceList) -> Data:
    return [record(source) for source in entry.sources]


@record.register
def _source_record(entry: Source) -> Data:
    return {
        "ref": entry.ref,
        "title": entry.title,
        "author": entry.author,
        "publisher": entry.publisher,
        "year": entry.year,
        "address": entry.address,
        "pages": entry.pages,
        "note": entry.note,
        "about": entry.about,
        "obtain": entry.obtain,
        "terms_of_use": entry.terms_of_use,
    }


@record.register
def _citation_record(entry: Citation) -> Data:
    return {
        "ref": entry.ref,
        "title": entry.title,
        "publisher": entry.publisher,
        "year": entry.year,
        "page": entry.page,
        "last_page": entry.last_page,
        "address": entry.address,
    }


@record.register
def _scenario_list_record(entry: ScenarioList) -> Data:
    return [record(scenario) for scenario in entry.scenarios]


@record.register
def _scenario_name_record(entry: ScenarioName) -> Data:
    return {
        "ref": entry.ref,
        "title": entry.title,
        "values": list(entry.values),
        "for": entry.audience,
        "setting": entry.setting,
    }


@record.register
def _scenario_view_record(entry: ScenarioView) -> Data:
    return record(entry.scenario)


@record.register
def _scenario_record(entry: Scenario) -> Data:
    from peerguide.corpus.model.scenarios import LETTERS

    return {
        "ref": entry.ref,
        "values": list(entry.name.values),
        "situation": entry.situation,
        "question": entry.question,
        "options": [
            {"letter": letter, **_choice(choice)}
            for letter, choice in zip(LETTERS, entry.options, strict=True)
        ],
        "title": entry.name.title,
        "for": entry.name.audience,
        "setting": entry.name.setting,
        "between": list(entry.between),
        "terms": [term.ref for term in entry.terms],
        "hard": entry.hard,
        "discuss": entry.discuss,
        "law": entry.law,
        "reviewed": entry.reviewed,
    }


def _choice(entry: Choice) -> dict[str, Any]:
    return {
        "text": entry.text,
        "best": entry.mark == "best",
        "worst": entry.mark == "worst",
        "why": entry.why,
        "refs": list(entry.refs),
        "upholds": list(entry.upholds),
        "strains": list(entry.strains),
    }
