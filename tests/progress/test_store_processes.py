"""Processes that append at once or are killed: nothing that was acknowledged is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from progress.samples import GUIDE, appending, kill_while_appending

from peerguide.progress.store import Store


def test_two_processes_append_at_once(tmp_path: Path) -> None:
    """Two processes that add answers to a new store at the same time lose none, and none is there twice."""
    children = [appending(tmp_path, 150) for _child in range(2)]
    printed = [child.communicate(timeout=60)[0].split() for child in children]
    with Store.open(tmp_path) as store:
        found = [one.uid for one in store.history(GUIDE)]
    assert len(found) == 300
    assert sorted(found) == sorted(printed[0] + printed[1])


def test_killed_while_appending(tmp_path: Path) -> None:
    """After each of some kills every acknowledged answer is there once, and the store goes on."""
    kill_while_appending(tmp_path, kills=6, seed=1)


def test_looking_does_not_load_what_writing_needs(tmp_path: Path) -> None:
    """Reading a history loads neither the scheduler nor JSON nor the folders of the system."""
    Store.open(tmp_path).close()
    script = (
        "import sys; from pathlib import Path; from peerguide.progress.store import Store; "
        "from peerguide.progress import due, days, schedule, statistics, moving; "
        "Store.look(Path(sys.argv[1])).history('guidelines'); "
        "print({'fsrs', 'json', 'platformdirs', 'hashlib'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2] / "src")},
    )
    assert (done.stdout.strip(), done.stderr) == ("set()", "")
