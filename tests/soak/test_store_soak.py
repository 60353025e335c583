"""The long ones: hundreds of kills, a hundred thousand reviews. Run with `pytest -m soak tests/soak`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from progress.samples import compare_with_fsrs, kill_while_appending

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.soak


def test_killed_hundreds_of_times(tmp_path: Path) -> None:
    """After each of 500 kills every acknowledged answer is there once, and the store goes on."""
    kill_while_appending(tmp_path, kills=500, seed=2)


def test_as_the_package_has_it_for_long() -> None:
    """After 100,000 random reviews every card is where the package's own scheduler puts it."""
    compare_with_fsrs(100_000, seed=2)
