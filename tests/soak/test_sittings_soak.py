"""The long ones with the real command: sittings killed hundreds of times, alone and two at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from killing import kept, kill_sittings

if TYPE_CHECKING:
    from conftest import Shell

pytestmark = pytest.mark.soak


def test_sittings_killed_five_hundred_times(shell: Shell) -> None:
    """After each of 500 kills at random moments every answer that was spoken of is kept once."""
    kill_sittings(shell, 500, at_once=1, seed=1)
    assert len(kept(shell)) > 500


def test_two_sittings_at_once_killed(shell: Shell) -> None:
    """Two sittings answering at once, killed at random moments, lose nothing that was spoken of."""
    kill_sittings(shell, 100, at_once=2, seed=2)
    assert len(kept(shell)) > 100
