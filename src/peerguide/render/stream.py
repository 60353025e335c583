"""Results that are shown one by one as they come, however many there are: in JSON they are the items of one array."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerguide.render.output import Output


class Stream:
    """Shows entries on standard output one after the other, without keeping them."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._begun = False

    def show(self, entry: object) -> None:
        """Show the next entry. Raises as `Output.show` does."""
        text = self._output.rendered(entry)
        if self._output.form == "json":
            item = text.removesuffix("\n").replace("\n", "\n  ")
            text = f"{',' if self._begun else '['}\n  {item}"
        self._begun = True
        self._output.write(text)

    def end(self) -> None:
        """Show that there are no more."""
        if self._output.form == "json":
            self._output.write("\n]\n" if self._begun else "[]\n")
