"""How well damaged copies of the document are read: run it from the repository's root, with `--help` for what it can try.

Precision is the share of right texts among those attached to an entry: right is a text that has all the words of the entry
that the copy still has, and no other. Recall is the share of right texts among the entries that the copy still has whole and
that anybody could tell: a part of a text is not attached but reported as left over.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from wording.copies.damage.every import BY_NAME, DAMAGES, DELETIONS, PAIRS
from wording.copies.damage.kinds import damaged
from wording.copies.lines import load, render
from wording.copies.trials import attempt, total, whole_copy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wording.copies.damage.kinds import Damage
    from wording.copies.lines import Line
    from wording.copies.trials import Trial

HEADS = "precision  recall  right short wrong missed unreported  names  notes  s"


def main() -> None:
    """Print the figures that are asked for: each damage alone and deletions, unless told otherwise."""
    asked = _arguments()
    original = load(asked.tagged) if asked.tagged else whole_copy()
    seeds = range(asked.seed, asked.seed + asked.seeds)
    if asked.text:
        print(render(damaged(original, [BY_NAME[name] for name in asked.only], asked.seed)), end="")
        return
    trials: list[Trial] = []
    print(f"{'':44}{HEADS}")
    if asked.only:
        trials += _tried([[BY_NAME[name] for name in asked.only]], seeds, original)
    elif asked.pairs:
        pairs = Random(asked.seed).sample(PAIRS, min(asked.pairs, len(PAIRS)))
        trials += _tried(pairs, seeds, original, least=asked.least)
    else:
        trials += _tried([(), *([damage] for damage in DAMAGES)], seeds, original)
        for deletion in DELETIONS:
            trials += _tried([[deletion]], range(asked.seed, asked.seed + 10 * asked.seeds), original)
    print(_row("all", trials))
    _print_examples(trials, asked.examples)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--tagged", type=Path, help="a copy as tagged lines, instead of the synthetic document"
    )
    parser.add_argument(
        "--only", nargs="+", metavar="DAMAGE", default=[], help="these kinds of damage together, and no other"
    )
    parser.add_argument(
        "--pairs", type=int, default=0, metavar="N", help=f"N of the {len(PAIRS)} pairs of damage"
    )
    parser.add_argument(
        "--least",
        type=float,
        default=1.01,
        help="of pairs, print those with less precision or recall than this",
    )
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument(
        "--seeds", type=int, default=1, help="how many seeds to try; deletions have ten times as many"
    )
    parser.add_argument(
        "--examples", type=int, default=0, metavar="N", help="print N texts that are not right"
    )
    parser.add_argument("--text", action="store_true", help="print the copy itself")
    return parser.parse_args()


def _tried(
    several: Iterable[Sequence[Damage]], seeds: Iterable[int], original: Sequence[Line], least: float = 1.01
) -> list[Trial]:
    """The copies with each of several damages, a row printed for each."""
    found = []
    for kinds in several:
        trials = [attempt(kinds, seed, original) for seed in seeds]
        figures = total(trials)
        if min(figures.precision, figures.recall) < least:
            print(_row(trials[0].name, trials), flush=True)
        found += trials
    return found


def _row(name: str, trials: Sequence[Trial]) -> str:
    one = total(trials)
    return (
        f"{name:44}{one.precision:9.4f} {one.recall:7.4f}  "
        f"{one.right:5} {one.short:5} {one.wrong:5} {one.missed:6} {one.unreported:10}  "
        f"{_ratio(one.names_right, one.names):5}  {_ratio(one.notes_right, one.notes):5}  "
        f"{max((trial.seconds for trial in trials), default=0):.1f}"
    )


def _ratio(right: int, of: int) -> str:
    return f"{right / of:.3f}" if of else "-"


def _print_examples(trials: Iterable[Trial], count: int) -> None:
    bad = [
        (trial, one)
        for verdict in ("wrong", "short", "missed")
        for trial in trials
        for one in trial.judged
        if one.verdict == verdict
    ]
    for trial, one in bad[:count]:
        print(
            f"\n{one.ref} is {one.verdict}{' and not reported' * (one.verdict == 'missed' and not one.reported)}"
        )
        print(f"  with     {trial.name}, seed {trial.seed}")
        print(f"  expected {one.expected.text if one.expected else None}")
        print(f"  got      {one.got}")


if __name__ == "__main__":
    main()
