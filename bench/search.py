"""What a search costs: piped, misspelt, on a terminal, and in corpora of 300, 10,000 and 100,000 entries.

Run by `make bench`. Goals: piped 7 P, a misspelt word 0.5 P on top, at 100,000 entries 1.5 times the time at 300 and under
60 MiB. Beside it, where they are given, `sqlite-utils search` over the same texts and `rg` over the same YAML.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from whole_process import Command, measure, ratio, report

SIZES = (300, 10_000, 100_000)
QUERY = ["lantern", "harbour"]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--sqlite-utils", help="the sqlite-utils program to measure beside it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pass_ = Command("P: python -c pass", [sys.executable, "-c", "pass"])
        commands = [pass_, *_shipped(folder), *_grown(folder, options.sqlite_utils)]
        measure(commands, options.rounds)
        report(commands, pass_)
        by_label = {command.label: command for command in commands}
        small, large = (by_label[f"search, {size:,} entries"] for size in (SIZES[0], SIZES[-1]))
        print(f"\n100,000 entries over 300: {ratio(large, small):.2f} (goal 1.5)")
        print(
            f"misspelt over spelt: {ratio(by_label['search confidentialty'], pass_) - ratio(by_label['search confidentiality'], pass_):+.2f} P (goal 0.5)"
        )
        _cold(folder)


def _shipped(folder: Path) -> list[Command]:
    peerguide = str(Path(sys.executable).with_name("peerguide"))
    warm = {
        "PEERGUIDE_CACHE": str(folder / "cache"),
        "PEERGUIDE_DATA": str(folder / "data"),
        "TERM": "xterm-256color",
    }
    worded = warm | {"PEERGUIDE_DATA": str(folder / "worded")}
    subprocess.run(
        [sys.executable, str(Path(__file__).with_name("worded.py")), str(folder / "worded")], check=True
    )
    words = ["search", "trust", "privacy"]
    return [
        Command("value 7, piped", [peerguide, "value", "7"], warm),
        Command("search trust privacy, piped", [peerguide, *words], warm, goal=7),
        Command("search confidentiality", [peerguide, "search", "confidentiality"], warm, goal=7),
        Command("search who started iNAPS", [peerguide, "search", "who", "started", "iNAPS"], warm, goal=7),
        Command("search in all guides", [peerguide, "--corpus", "all", *words], warm),
        Command("search confidentialty", [peerguide, "search", "confidentialty"], warm, goal=7.5),
        Command("search trust privacy in official words", [peerguide, *words], worded, goal=7),
        Command("search trust privacy, drawn", [peerguide, *words], warm, terminal=True, goal=9),
    ]


def _grown(folder: Path, sqlite_utils: str | None) -> list[Command]:
    """Searches in generated corpora, and others' searches in the largest."""
    peerguide = str(Path(sys.executable).with_name("peerguide"))
    warm = {"PEERGUIDE_CACHE": str(folder / "cache"), "PEERGUIDE_DATA": str(folder / "data")}
    commands = []
    for size in SIZES:
        corpus = folder / str(size)
        grown = [sys.executable, str(Path(__file__).with_name("grown.py")), str(corpus), str(size)]
        subprocess.run([*grown, *QUERY], check=True, env={**os.environ, **warm})
        commands.append(
            Command(f"search, {size:,} entries", [peerguide, "--corpus", str(corpus), "search", *QUERY], warm)
        )
        if sqlite_utils:
            words = [sqlite_utils, "search", f"{corpus}.db", "entry", " ".join(QUERY), "--limit", "10"]
            commands.append(Command(f"sqlite-utils search, {size:,}", words))
        if shutil.which("rg"):
            commands.append(Command(f"rg, {size:,}", ["rg", "-c", QUERY[0], str(corpus / "values.yaml")]))
    return commands


def _cold(folder: Path) -> None:
    """Print what the first run in each generated corpus costs, compiling included."""
    peerguide = str(Path(sys.executable).with_name("peerguide"))
    cold = {"PEERGUIDE_CACHE": str(folder / "cold"), "PEERGUIDE_DATA": str(folder / "data")}
    print()
    for size in SIZES:
        command = Command(
            f"first search, {size:,}",
            [peerguide, "--corpus", str(folder / str(size)), "search", *QUERY],
            cold,
        )
        command.run()
        print(f"{command.label}, compiling: {command.seconds[0]:.1f} s, {command.peak_mib:.0f} MiB")


if __name__ == "__main__":
    main()
