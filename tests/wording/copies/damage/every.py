"""Every kind of damage there is."""

from __future__ import annotations

from itertools import combinations

from wording.copies.damage.additions import ADDITIONS
from wording.copies.damage.characters import CHARACTERS
from wording.copies.damage.headings import HEADINGS
from wording.copies.damage.losses import LOSSES, deletion
from wording.copies.damage.order import ORDERS
from wording.copies.damage.statements import STATEMENTS
from wording.copies.damage.wrapping import WRAPPINGS

DAMAGES = (*LOSSES, *ORDERS, *STATEMENTS, *HEADINGS, *ADDITIONS, *WRAPPINGS, *CHARACTERS)
DELETIONS = tuple(map(deletion, (5, 10, 20, 30)))
BY_NAME = {damage.name: damage for damage in (*DAMAGES, *DELETIONS)}
PAIRS = tuple(pair for pair in combinations(DAMAGES, 2) if pair[0].goes_with(pair[1]))
