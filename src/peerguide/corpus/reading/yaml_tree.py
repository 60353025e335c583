"""Reading YAML into a tree in which every node knows its line and column.

YAML's full language is more than a corpus needs and has traps: of two equal keys the last one wins, `no` is a
truth value, `1.10` a number, an alias a copy by reference. So the parser's events are built straight into a
tree: scalars stay text, and duplicate keys, anchors, aliases, tags and second documents are problems.
PyYAML's C parser is used where there is one, its Python parser elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import yaml

from peerguide.corpus.reading.nodes import Node
from peerguide.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Report = Callable[[int, int, str], None]
    """Takes the line, the column and the sentence of a problem."""

    Progress = Callable[[float], None]
    """Takes how much of a long piece of work is done, from 0 to 1."""

MAX_DEPTH = 12
"""How deep lists and mappings may nest; the deepest of a real corpus is 6."""

EVENTS_A_STEP = 5000
"""How often progress is told."""

EventLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Only its events are used: the C parser's where PyYAML was built with one."""


PRINTABLE = bytes([*b"\t\n\r", *range(0x20, 0x7F)])

NON_PRINTABLE = yaml.reader.Reader.NON_PRINTABLE
"""The characters that YAML forbids, in either of PyYAML's parsers."""


def read_tree(data: bytes, path: str, progress: Progress | None = None) -> tuple[Node | None, list[Problem]]:
    """The tree of one YAML file, or None where there is none, and the problems met on the way.

    `data` is the file's content and `path` its name as problems should show it; `progress` is told now and then how far
    the reading has come.
    """
    problems: list[Problem] = []

    def report(line: int, column: int, message: str) -> None:
        problems.append(Problem(path, line, column, message))

    text = _decode(data, report)
    if text is None:
        return None, problems
    try:
        root = _Builder(path, report).build(text, progress)
    except yaml.MarkedYAMLError as error:
        _report_syntax(error, text, report)
        root = None
    if not problems and (root is None or root.is_null):
        report(1, 1, "this file is empty")
        root = None
    return root, problems


class _StopReading(Exception):  # noqa: N818 - a signal, not an error
    """The rest of the file is not worth reading."""


class _Builder:
    """Builds the tree out of the parser's events, without recursion."""

    def __init__(self, path: str, report: Report) -> None:
        self._path = path
        self._report = report
        self._open: list[Node] = []
        self._keys: list[Node | None] = []
        self._root: Node | None = None

    def build(self, text: str, progress: Progress | None) -> Node | None:
        """The root of the text's first document; None when it has none."""
        documents = 0
        try:
            for count, event in enumerate(_events(text)):
                if progress and count % EVENTS_A_STEP == 0:
                    progress(event.start_mark.index / len(text))
                if type(event) is yaml.ScalarEvent and event.tag is None and event.anchor is None:
                    self._place_node(self._scalar(event))  # nearly all events are such as this one
                elif isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self._say(event, "a second document begins here; a corpus file has one")
                        break
                else:
                    self._take(event)
        except _StopReading:
            return None
        return self._root

    def _say(self, event: Any, message: str) -> None:  # noqa: ANN401 - PyYAML's events are untyped
        self._report(event.start_mark.line + 1, event.start_mark.column + 1, message)

    def _take(self, event: Any) -> None:  # noqa: ANN401
        if isinstance(event, yaml.AliasEvent):
            self._say(event, f"the alias *{event.anchor} is not allowed here; write the text out")
            self._place_node(self._node("scalar", event, str(event.anchor)))
        elif isinstance(event, yaml.NodeEvent):
            self._refuse_extras(event)
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()

    def _refuse_extras(self, event: Any) -> None:  # noqa: ANN401
        if event.anchor is not None:
            self._say(
                event,
                f"the anchor &{event.anchor} is not allowed here; write the text out where it is needed",
            )
        if event.tag not in (None, "!"):
            self._say(event, "a tag, a word with ! before it, is not allowed here; a corpus holds text only")

    def _begin(self, event: Any) -> None:  # noqa: ANN401
        if isinstance(event, yaml.ScalarEvent):
            self._place_node(self._scalar(event))
            return
        if isinstance(event, yaml.SequenceStartEvent):
            node = self._node("list", event)
            node.items = []
        else:
            node = self._node("mapping", event)
            node.entries = {}
        self._place_node(node)
        self._open.append(node)
        self._keys.append(None)
        if len(self._open) > MAX_DEPTH:
            self._say(event, f"lists and mappings nest more than {MAX_DEPTH} deep here")
            raise _StopReading

    def _scalar(self, event: Any) -> Node:  # noqa: ANN401
        mark = event.start_mark
        # The C parser gives a plain scalar an empty style, the Python parser None.
        return Node("scalar", self._path, mark.line + 1, mark.column + 1, event.value, not event.style)

    def _node(
        self,
        kind: Literal["scalar", "list", "mapping"],
        event: Any,  # noqa: ANN401
        text: str = "",
        *,
        plain: bool = False,
    ) -> Node:
        return Node(kind, self._path, event.start_mark.line + 1, event.start_mark.column + 1, text, plain)

    def _place_node(self, node: Node) -> None:
        if not self._open:
            self._root = node
        elif self._open[-1].items is not None:
            self._open[-1].items.append(node)
        elif self._keys[-1] is None:
            self._keys[-1] = node
            if node.kind != "scalar":
                self._report(node.line, node.column, "a key must be a single word, not a list or a mapping")
        else:
            self._add_entry(self._keys[-1], node)
            self._keys[-1] = None

    def _add_entry(self, key: Node, value: Node) -> None:
        entries = self._open[-1].entries
        if entries is None or key.kind != "scalar":
            return
        if key.text in entries:
            first = entries[key.text][0]
            self._report(
                key.line,
                key.column,
                f'the key "{key.text}" stands here twice; the first is in line {first.line}',
            )
        else:
            entries[key.text] = (key, value)


def _events(text: str) -> Iterator[Any]:
    parser = EventLoader(text)
    try:
        while parser.check_event():
            yield parser.get_event()
    finally:
        parser.dispose()


def _decode(data: bytes, report: Report) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        report(
            *_end_of(before), f"the byte 0x{data[error.start]:02X} is not valid UTF-8; save the file as UTF-8"
        )
        return None
    # Of plain ASCII it is quicker to take away what may stand there and to see whether anything is left.
    if not data.translate(None, PRINTABLE):
        return text
    forbidden = NON_PRINTABLE.search(text)
    if forbidden is None:
        return text
    code = ord(forbidden.group())
    report(*_end_of(text[: forbidden.start()]), f"the character U+{code:04X} cannot stand in a YAML file")
    return None


def _end_of(text: str) -> tuple[int, int]:
    """The line and column, from 1, of what would follow this text."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _report_syntax(error: yaml.MarkedYAMLError, text: str, report: Report) -> None:
    tabs = [number for number, line in enumerate(text.splitlines(), 1) if "\t" in _indentation(line)]
    for number in tabs[:100]:
        report(number, 1, "a tab stands in the indentation; YAML indents with spaces")
    if not tabs:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        # The C parser names a line that is not there when the text ends too early.
        report(
            *min(place, _end_of(text)),
            f"this is not valid YAML: {error.problem or error.context} (look at the quotes, colons and indentation up to here)",
        )


def _indentation(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
