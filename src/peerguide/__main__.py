"""Where a process starts and ends: `peerguide` and `python -m peerguide` both come in here."""

import gc
import os
import sys
from contextlib import suppress


def main() -> None:
    """Run the command line and leave the process with its exit code.

    The cyclic garbage collector is told to come seldom: reading modules makes many objects and no garbage, and
    scanning them at its usual pace takes a tenth of a look-up's time.
    """
    gc.set_threshold(100_000)
    try:
        from peerguide.cli.app import run

        exit_code = run()
    except KeyboardInterrupt:  # before the boundary stood, or after it
        exit_code = 130
    _leave(exit_code)


def _leave(exit_code: int) -> None:
    """Leave at once. Taking a thousand modules apart, object by object, would cost more than a look-up itself.

    Nothing is lost by it: every room closes what it opens, and the two streams are flushed here.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    os._exit(exit_code)


if __name__ == "__main__":
    main()
