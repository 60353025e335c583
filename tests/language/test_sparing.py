"""What is not looked at, and words that are only named or said of oneself."""

from __future__ import annotations

import pytest
from language.made_words import entry, found

ADDICT = entry("{a|an|the|} addict{|s}")
CRAZY = entry("craz{y|ies}", kind="idiom")

HIDDEN = [
    '"The addict came," she said.',
    "\u201cThe addict came,\u201d she said.",
    "\u201cThe addict came, and this quotation has no end in its paragraph.",
    '"The addict came, and this one neither.',
    "\u2018The addict came,\u2019 she said.",
    "'The addict came,' she said.",
    "'The addict's dog came,' she said.",
    "\u00abThe addict came\u00bb, she said.",
    "> The addict came.\n> Addicts did.",
    "Run `addict --help` first.",
    "Run ``addict `x` `` first.",
    "```\nthe addict\n\nthe addict\n```\n",
    "~~~text\nthe addict\n~~~",
    "``` \nthe addict in a block that has no end",
    "Some text.\n\n    the addict in code\n    more\n",
    "Some text.\n\n\tthe addict in code\n",
    "Some text.\n\n    the addict in code\n\nMore text.\n",
    "$ the addict",
    "See https://example.org/addict for more.",
    "See www.example.org/the-addict for more.",
    "Write to addict@example.org today.",
    "Go to addict.com today.",
    "Open /home/addict/notes or addict.py now.",
    "Set addict_count and --addict too.",
    "Call addict() now.",
    '<a href="addict">here</a>',
    "<!-- the addict\n\nthe addict --> Done.",
    "<pre>\nthe addict\n\nthe addict</pre>",
    "<blockquote>\n\nThe addict came.\n\n</blockquote>",
    "---\ntitle: The addict\ntags: [addict]\n---\n\nText.",
    "[here](https://example.org/addict)",
    "[1]: https://example.org/addict",
    "He sang *The Addict Song* there.",
]

NAMED = [
    "The word addict hurts.",
    "Do not use terms such as addict.",
    "We see people, not addicts.",
    "They are people rather than addicts.",
    "Nobody is an addict here.",
    "People are more than addicts.",
    "Please stop calling him an addict.",
    "She calls herself an addict.",
    "He identifies as an addict.",
    "The self-described addict spoke.",
    "Addicts Anonymous meets at six.",
    "Do not write the addict in a note.",
    "- addict -> person who uses drugs",
    "The Addicts' Front met there.",
    "The guide speaks against calling people addicts.",
    "The Society for Addicts was founded then.",
]

OF_ME = [
    "I am an addict.",
    "I'm an addict.",
    "I was once an addict.",
    "We are addicts, and we meet here.",
    "As an addict, I know.",
    "I have been called an addict.",
    "I used to be an addict.",
    "They called me an addict.",
    "I was nothing but an addict.",
    "I, too, was once an addict.",
]

USED = [
    "The addict came.",
    "I met an addict.",
    "I know that the addict came.",
    "We serve addicts.",
    'He said "yes" and the addict came.',
    'It is 6" long; the addict came.',
    "The dogs' dish and the addict's cup.",
    "In the '90s the addict came, and it's the clients' choice.",
    "- A list.\n\n    The addict came, in the list's second paragraph.",
    "See https://example.org. The addict came.",
    "Use `code` here. The addict came.",
    "```\ncode\n```\n\nThe addict came.",
    "> Quoted.\n\nThe addict came.",
    "---\n\nThe addict came.",
    "In terms of beds, the addict came.",
    "In other words, the addict came.",
    "(The addict came.)",
    "Dr. Poe said that the addict came.",
]


@pytest.mark.parametrize("text", HIDDEN)
def test_quotations_code_and_addresses_are_not_looked_at(text: str) -> None:
    """Nothing is found in what somebody else said, nor in code, addresses and markup."""
    assert found(text, ADDICT) == []


@pytest.mark.parametrize("text", NAMED)
def test_words_that_are_only_named_are_left_alone(text: str) -> None:
    """Words that are named, denied, set against others or part of a name are not found."""
    assert found(text, ADDICT) == []


@pytest.mark.parametrize("text", OF_ME)
def test_what_people_say_of_themselves_is_left_alone(text: str) -> None:
    """What people say of themselves is not found, unless the entry says that this makes no difference."""
    assert found(text, ADDICT) == []
    assert found(text, entry("{a|an|the|} addict{|s}", self_spared=False)) != [] or "call" in text


@pytest.mark.parametrize("text", USED)
def test_words_that_are_used_are_found(text: str) -> None:
    """Words that are used of somebody are found, whatever stands beside them."""
    assert len(found(text, ADDICT)) == 1


def test_things_we_have_are_not_ourselves() -> None:
    """That we had a crazy week is not said of ourselves; that I was crazy is."""
    assert found("We had a crazy week.", CRAZY) == ["crazy"]
    assert found("I was crazy then.", CRAZY) == []
    assert found("We crazies stick together.", entry("crazies")) == []
