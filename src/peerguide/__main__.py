"""Where a process starts: `peerguide` and `python -m peerguide` both come in here."""

import gc


def main() -> None:
    """Run the command line and leave the process with its exit code.

    The cyclic garbage collector rests while the modules are read: they make many objects and no garbage,
    and scanning them takes a tenth of a short command's time. What was loaded is then set aside for good.
    """
    gc.disable()
    from peerguide.cli.app import run

    gc.freeze()
    gc.enable()
    run()


if __name__ == "__main__":
    main()
