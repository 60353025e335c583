"""Patterns that are compiled when they are first used: a short text needs few of them, and compiling all costs more than looking at it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable


class _Later:
    """Stands in for a compiled pattern until one of its methods is called."""

    search: Callable[..., Any]
    match: Callable[..., Any]
    finditer: Callable[..., Any]
    sub: Callable[..., Any]
    findall: Callable[..., Any]

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a compiled pattern has
        """Compile, and have the methods at hand from then on."""
        compiled = re.compile(self._source, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def later(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used."""
    return cast("re.Pattern[str]", _Later(source, flags))
