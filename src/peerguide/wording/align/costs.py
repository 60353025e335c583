"""What it costs to read a unit in one way or another, in copies as they are printed and in copies of which lines are lost.

All are natural logarithms: how much less likely it is that a document was set so. They were chosen by hand and tried on damaged
copies; their order matters more than their size.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Costs:
    """One way to look at a copy. `turns` are the columns that are cut into each other, each having a line in turn."""

    turns: tuple[int, ...] = ()

    begins_without_bullet: float = -4.0
    begins_within_line: float = -6.5
    begins_in_lower_case: float = -3.0
    not_its_opening: float = -1.5
    others_opening: float = -4.0
    """A text begins with the words with which those of another column do."""
    goes_on_with_bullet: float = -6.0
    paragraph_with_bullet: float = -7.0
    no_heading: float = -5.0
    heading_passed: float = -8.0
    skipped: float = -2.0
    skipped_at_most: float = -6.0

    within_sentence: float = 0.5
    capital_within: float = -1.0
    ends_open: float = -1.0
    """Another text begins, or another column goes on, in the middle of a sentence."""
    sentence_broken: float = -4.0
    """A unit in lower case goes on after the end of a sentence."""
    next_sentence: float = -0.7
    next_paragraph: float = -2.0

    column_changes: float = -6.0
    column_changes_at_gap: float = -2.0
    column_changes_at_page: float = -0.5
    column_turns_back: float = -2.0
    """An earlier column's next text begins after a later column's, on one page."""
    turn_missed: float = -3.0
    """Where columns take turns, one is passed over in the middle of a sentence, or after one."""
    turn_over: float = -0.4
    changes_within_line: float = -8.0

    leaves: float = -3.5
    """A unit is of no entry though the one before it was of one."""
    stays_away: float = -0.3
    comes_back: float = -1.0
    foreign_with_bullet: float = -2.0
    foreign_in_lower_case: float = -1.5
    surely_foreign: float = 8.0


PRINTED = Costs()
"""A copy with all of its lines, its columns one after another."""

TORN = Costs(
    begins_without_bullet=-1.0,
    begins_in_lower_case=-0.5,
    not_its_opening=-0.7,
    goes_on_with_bullet=-8.0,
    no_heading=-2.5,
    skipped=-0.7,
    skipped_at_most=-2.0,
    within_sentence=0.3,
    capital_within=-0.7,
    ends_open=-0.3,
    sentence_broken=-1.5,
    column_changes=-4.0,
)
"""A copy of which many lines are lost: texts lack their beginnings and ends, and headings are missing."""
