"""How much is read, and for how long: far more than any copy of these documents needs."""

from __future__ import annotations

MOST_BYTES = 40_000_000
"""The largest file that is opened, in bytes."""

MOST_TEXT = 10_000_000
"""The most text that is taken out of a copy, in bytes."""

MOST_MEMORY = 250_000_000
"""The most memory that a process has which reads a PDF, in bytes."""

MOST_SECONDS = 5
"""The longest that reading a PDF in one way may take; after as long, no other way is tried."""

MOST_PAGES = 400
"""The most pages that are read."""
