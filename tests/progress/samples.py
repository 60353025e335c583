"""What the tests of progress share: answers to make, a child that appends, comparisons that a soak runs longer."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import fsrs
from hypothesis import strategies as st

from peerguide.progress.events import MODES, Amendment, Answer, new_uid
from peerguide.progress.schedule import replay
from peerguide.progress.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.progress.events import What

TESTS = str(Path(__file__).parent.parent)
"""From where a child imports these samples."""

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
GUIDE = "guidelines"


def answer(**changes: Any) -> Answer:
    """An answer with a uid of its own, a right one at noon unless changed."""
    fields: dict[str, Any] = {
        "uid": new_uid(),
        "guide": GUIDE,
        "card": "practice:7.p2",
        "kind": "practice",
        "value": "7",
        "at": NOW,
        "mode": "review",
        "sitting": "5" * 24,
        "given": "B",
        "correct": True,
        "grade": 3,
        "credit": 1.0,
        "key": "7",
        "chosen": "7",
    }
    return Answer(**fields | changes)


def amendment(of: Answer, what: What) -> Amendment:
    """An amendment of this answer."""
    return Amendment(new_uid(), of.uid, what, NOW)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
REFS = st.none() | st.sampled_from(["1", "7", "7.p2", "co-optation"])
INSTANTS = st.datetimes(datetime(1970, 1, 2), datetime(2999, 12, 30), timezones=st.just(UTC)).map(
    lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000)
)
ANSWERS = st.builds(
    answer,
    guide=st.sampled_from([GUIDE, "declaration"]),
    card=st.sampled_from(["practice:7.p2", "term:co-optation", "odd:a:b"]),
    value=REFS,
    at=INSTANTS | st.just(NOW),
    mode=st.sampled_from(MODES),
    given=TEXTS,
    correct=st.booleans(),
    grade=st.integers(1, 4),
    credit=st.floats(0, 1),
    key=REFS,
    chosen=REFS,
)
"""Any answer that a session can give."""


@contextmanager
def in_zone(name: str) -> Iterator[None]:
    """The process is in this zone."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        del os.environ["TZ"]
        os.environ.update({"TZ": before} if before is not None else {})
        time.tzset()


def files_in(folder: Path) -> dict[str, bytes]:
    """The names and the content of all that is in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


APPENDING = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from progress.samples import answer
from peerguide.progress.store import Store
with Store.open(Path(sys.argv[1])) as store:
    for _number in range(int(sys.argv[2])):
        one = answer()
        store.add(one)
        print(one.uid, flush=True)
"""


def appending(folder: Path, count: int) -> subprocess.Popen[str]:
    """A process that adds so many answers, and prints the uid of each once it is added."""
    command = [sys.executable, "-c", APPENDING, str(folder), str(count), TESTS]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def kill_while_appending(folder: Path, kills: int, seed: int) -> None:
    """Kill an appending process so many times; after each, every answer it told of is there once."""
    chance = random.Random(seed)
    told: set[str] = set()
    for _kill in range(kills):
        child = appending(folder, 1_000_000)
        assert child.stdout
        lines = [child.stdout.readline() for _line in range(chance.randrange(1, 60))]
        child.kill()
        lines += child.stdout.readlines()
        child.stdout.close()
        child.wait()
        told.update(line.strip() for line in lines if line.endswith("\n"))
        store = Store.look(folder)
        assert store
        with store:
            uids = [one.uid for one in store.history(GUIDE)]
        assert len(uids) == len(set(uids))
        assert told <= set(uids)
    with Store.open(folder) as store:
        store.add(answer())
        assert len(store.history(GUIDE)) == len(uids) + 1


class Review(NamedTuple):
    """One review of a comparison: when, and with which grade."""

    at: datetime
    grade: int


def random_reviews(chance: random.Random) -> list[Review]:
    """The reviews of one card: seconds to months apart, mostly remembered."""
    at = NOW
    reviews = []
    for _number in range(chance.randrange(1, 30)):
        reviews.append(Review(at, chance.choice([1, 2, 3, 3, 3, 4])))
        at += timedelta(seconds=int(10 ** chance.uniform(0, 7.2)))
    return reviews


def compare_with_fsrs(count: int, seed: int) -> None:
    """Replay random cards until so many reviews are done; each state is what the package's own scheduler says."""
    chance = random.Random(seed)
    scheduler = fsrs.Scheduler(enable_fuzzing=False)
    done = 0
    while done < count:
        reviews = random_reviews(chance)
        card = fsrs.Card(card_id=1)
        for review in reviews:
            card, _log = scheduler.review_card(card, fsrs.Rating(review.grade), review.at)
        state = replay(answer(at=review.at, grade=review.grade) for review in reviews)
        ours = (state.state, state.step, state.stability, state.difficulty, state.due, state.last_review)
        theirs = (
            card.state.name.lower(),
            card.step,
            card.stability,
            card.difficulty,
            card.due,
            card.last_review,
        )
        assert ours == theirs
        assert state.answers == len(reviews)
        done += len(reviews)
