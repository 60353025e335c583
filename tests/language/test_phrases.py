"""The notation of phrases means what the head of the shipped file says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from language.made_words import entry, found

from peerguide.corpus.language.phrases import PhraseError, forms, places_of

SETS = {"person": ("person", "people", "man"), "nested": ("<person>", "crowd")}

FINDS = [
    ("client", "A Client came.", "Client"),
    ("client{|s}", "Two clients came.", "clients"),
    ("client", "Two clients came.", None),
    ("client", "The subclient came.", None),
    ("{a|an|the} drunk", "He met the drunk.", "the drunk"),
    ("{ very | so | } sad", "They were so sad.", "so sad"),
    ("{very|so|} sad", "They were sad.", "sad"),
    ("{very|so|} sad", "They were very  sad.", "very sad"),
    ("suffer*", "He suffered.", "suffered"),
    ("stop*", "She was stopping.", "stopping"),
    ("deny*", "It was denied.", "denied"),
    ("sick <person>", "A sick man came.", "sick man"),
    ("sick <nested>", "A sick crowd came.", "sick crowd"),
    ("send ~ home", "Send him home.", "Send him home"),
    ("send ~ home", "Send home.", "Send home"),
    ("send ~ home", "Send the man home.", "Send the man home"),
    ("send ~ home", "Send the old man home.", None),
    ("send ~ home", "Send someone's dog home.", "Send someone's dog home"),
    ("non-compliant", "He is noncompliant.", "noncompliant"),
    ("non-compliant", "He is non compliant.", "non compliant"),
    ("non-compliant", "He is non\u2011compliant.", "non\u2011compliant"),
    ("mentally ill", "The mentally-ill man.", "mentally-ill"),
    ("mentally ill", "The mentally\nill man.", "mentally ill"),
    ("mentally ill", "The mentally\r\nill man.", "mentally ill"),
    ("mentally ill", "Mentally.\n\nIll again.", None),
    ("mentally ill", "The mentally, ill man.", None),
    ("OCD", "So OCD of him.", "OCD"),
    ("OCD", "The ocd of it.", None),
    ("Baker Act", "They used the Baker Act.", "Baker Act"),
    ("Baker Act", "A baker act.", None),
    ("noun: the blind", "Aid for the blind.", "the blind"),
    ("noun: the blind", "Aid for the blind and others.", "the blind"),
    ("noun: the blind", "The blind walked.", "The blind"),
    ("noun: the blind", "The blind's rights.", "The blind"),
    ("noun: the blind", "The blind didn't go.", "The blind"),
    ("noun: the blind", "The blind man came.", None),
    ("noun: the blind", "The blind-fold fell.", None),
    ("she's sad", "Well, she\u2019s sad.", "she\u2019s sad"),
    ("she's sad", "Well, she's sad.", "she's sad"),
    ("c/o pain", "He is c/o pain.", "c/o pain"),
    ("A&O", "He is A&O today.", "A&O"),
    ("schizophrenic", "A schizo-\nphrenic idea.", "schizo- phrenic"),
    ("schizophrenic", "A schizo\u00adphrenic idea.", "schizo\u00adphrenic"),
    ("mentally ill", "The *mentally* ill man.", "mentally* ill"),
    ("clients", "Our [clients](https://example.org/clients) came.", "clients"),
    ("our clients", "Our **clients** came.", "Our **clients"),
    ("caf\u00e9 addict", "A cafe\u0301 addict came.", "cafe\u0301 addict"),
    ("{is|was} [needy]", "He was needy.", "needy"),
    ("{is|was} [needy]", "A needy man.", None),
    ("{is|was} [{so|} needy] again", "He was so needy again.", "so needy"),
    ("noun: the [blind]", "Aid for the blind.", "blind"),
    ("drug {abuse|abuse problem}", "A drug abuse problem.", "drug abuse problem"),
]


@pytest.mark.parametrize(("phrase", "text", "expected"), FINDS)
def test_phrases_find(phrase: str, text: str, expected: str | None) -> None:
    """A phrase finds what its notation says, in the longest reading, and nothing else."""
    assert found(text, entry(phrase, self_spared=False), **SETS) == ([expected] if expected else [])


BROKEN = [
    ("{a|b", "opened here that is not closed"),
    ("a}", "closed here that was not opened"),
    ("a|b", "a bar stands here outside braces"),
    ("<nobody>", "there is no set <nobody>"),
    ("<round>", "sets name one another"),
    ("{very|}", "no word that must be there"),
    ("", "no word that must be there"),
    ("~ home", "cannot begin or end with ~"),
    ("home ~", "cannot begin or end with ~"),
    ("a [b", "square brackets stand around one part"),
    ("a b]", "square brackets stand around one part"),
    ("[a] [b]", "square brackets stand around one part"),
    ("{a|[b]}", "square brackets stand around one part"),
    ("what?!", "is not made of words"),
    ("{a|b|c|d|e|f|g|h|i|j}" * 6, "ways to be read"),
]


@pytest.mark.parametrize(("phrase", "problem"), BROKEN)
def test_broken_phrases_are_told(phrase: str, problem: str) -> None:
    """A phrase that cannot be read is told, with what is wrong with it."""
    with pytest.raises(PhraseError, match=re.escape(problem)):
        places_of(phrase, {"round": ("<round>",)})


@given(st.text(alphabet="ab {}[]|~<>*-'/&", max_size=30))
def test_reading_a_phrase_raises_nothing_else(phrase: str) -> None:
    """Any text is either a phrase or a PhraseError."""
    try:
        places = places_of(phrase, {"a": ("b",)})
    except PhraseError:
        return
    assert places


FORMS = [
    ("suffer", {"suffer", "suffers", "suffered", "suffering"}),
    ("case", {"case", "cases", "cased", "casing"}),
    ("deny", {"deny", "denies", "denied", "denying"}),
    ("play", {"play", "plays", "played", "playing"}),
    ("watch", {"watch", "watches", "watched", "watching"}),
]


@pytest.mark.parametrize(("word", "expected"), FORMS)
def test_forms(word: str, expected: set[str]) -> None:
    """A star stands for the regular forms of its word."""
    assert expected <= set(forms(word))
