"""What a look-up costs, as a multiple of the bare interpreter's start, beside another tool that shows a page.

Run by `make bench`. Goals: piped look-up 6.5, drawn look-up 9, first run that compiles the corpus 12, memory 25 MiB.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from whole_process import Command, measure, report

PAGE = """# tar

> Put files into an archive and take them out again.

- Make an archive:

`tar cf {{target.tar}} {{file}}`

- Take everything out of one:

`tar xf {{source.tar}}`
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--tldr", help="the tldr program to measure beside it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        commands = _commands(Path(folder), options.tldr)
        measure(commands, options.rounds)
        report(commands, commands[0])


def _commands(folder: Path, tldr: str | None) -> list[Command]:
    peerguide = str(Path(sys.executable).with_name("peerguide"))
    warm = {
        "PEERGUIDE_CACHE": str(folder / "warm"),
        "PEERGUIDE_DATA": str(folder / "data"),
        "TERM": "xterm-256color",
    }
    cold = warm | {"PEERGUIDE_CACHE": str(folder / "cold")}

    def forget() -> None:
        shutil.rmtree(folder / "cold", ignore_errors=True)

    worded = warm | {"PEERGUIDE_DATA": str(folder / "worded")}
    subprocess.run(
        [sys.executable, str(Path(__file__).with_name("worded.py")), str(folder / "worded")], check=True
    )
    complete = warm | {
        "_PEERGUIDE_COMPLETE": "complete_bash",
        "COMP_WORDS": "peerguide term cultural-",
        "COMP_CWORD": "2",
    }
    commands = [
        Command("P: python -c pass", [sys.executable, "-c", "pass"]),
        Command("value 7, piped", [peerguide, "value", "7"], warm, goal=6.5),
        Command("value 7 --json", [peerguide, "value", "7", "--json"], warm, goal=6.5),
        Command("practice, piped", [peerguide, "practice"], warm, goal=6.5),
        Command("value onest (corrected), piped", [peerguide, "value", "onest"], warm, goal=6.5),
        Command("value, drawn", [peerguide, "value"], warm, terminal=True, goal=9),
        Command("value 7, drawn", [peerguide, "value", "7"], warm, terminal=True, goal=9),
        Command("value 7 in official words, piped", [peerguide, "value", "7"], worded, goal=6.5),
        Command(
            "value 7 in both wordings, drawn",
            [peerguide, "value", "7", "--wording", "both"],
            worded,
            terminal=True,
            goal=9,
        ),
        Command("first run, compiling", [peerguide, "value", "7"], cold, goal=12, before=forget),
        Command("completion in bash", [peerguide], complete, goal=6.5),
    ]
    if tldr:
        commands.append(_tldr(tldr, folder))
    return commands


def _tldr(program: str, folder: Path) -> Command:
    """`tldr` showing one page out of a cache folder made by hand."""
    page = folder / "tldr" / "pages" / "common" / "tar.md"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE, encoding="utf-8")
    environment = {"XDG_CACHE_HOME": str(folder), "LANG": "en", "LANGUAGE": "", "PATH": os.environ["PATH"]}
    return Command("tldr tar, piped", [program, "--platform", "common", "tar"], environment)


if __name__ == "__main__":
    main()
