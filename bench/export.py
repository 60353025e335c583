"""What an export costs: the whole corpus as Markdown and JSON, and the cost of each entry in a large corpus.

Run by `make bench`. Goals: the whole corpus in 9 P; an entry of 30,000 no more than an entry of 300; memory that does not grow
where the format allows it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from whole_process import Command, measure, ratio, report

SIZES = 300, 30_000
FORMATS = "markdown", "json", "csv"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peerguide = str(Path(sys.executable).with_name("peerguide"))
        own = {"PEERGUIDE_CACHE": str(folder / "cache")}
        pass_ = Command("P: python -c pass", [sys.executable, "-c", "pass"])
        whole = [
            Command(f"export {form}", [peerguide, "export", form], own, goal=9 if form != "csv" else None)
            for form in FORMATS
        ]
        others = [
            Command(f"export {form}", [peerguide, "export", form], own)
            for form in ("html", "gift", "quizlet")
        ]
        grown = {(form, size): _grown(folder, form, size) for size in SIZES for form in FORMATS}
        commands = [pass_, *whole, *others, *grown.values()]
        measure(commands, rounds)
        report(commands, pass_)
        print()
        for form in FORMATS:
            small, large = (ratio(grown[form, size], pass_) / size * 1000 for size in SIZES)
            print(f"{form}: {small:.1f} P for 1,000 entries of {SIZES[0]}, {large:.1f} of {SIZES[1]:,}")


def _grown(folder: Path, form: str, size: int) -> Command:
    """An export of a generated corpus of that many statements."""
    peerguide = str(Path(sys.executable).with_name("peerguide"))
    own = {"PEERGUIDE_CACHE": str(folder / "cache")}
    corpus = folder / str(size)
    if not corpus.exists():
        grow = [sys.executable, str(Path(__file__).with_name("grown.py")), str(corpus), str(size), "lantern"]
        subprocess.run(grow, check=True, env={**os.environ, **own})
    return Command(
        f"export {form}, {size:,} entries", [peerguide, "--corpus", str(corpus), "export", form], own
    )


if __name__ == "__main__":
    main()
