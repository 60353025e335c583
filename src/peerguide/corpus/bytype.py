"""Choosing a function by the type of a value, without importing the types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")
More = ParamSpec("More")


class ByType(Generic[More, Result]):
    """A family of functions, one for each type of their first argument.

    `functools.singledispatch` wants the types themselves, and so the import of every one; this is content with
    their names, so that a look-up loads only the types it meets.
    """

    def __init__(self, what: str) -> None:
        self._what = what
        self._functions: dict[str, Callable[..., Result]] = {}

    def register(self, function: Callable[..., Result]) -> Callable[..., Result]:
        """Take a function for the type by which its first argument is annotated."""
        first = next(iter(function.__annotations__.values()))
        self._functions[first] = function
        return function

    def __call__(self, entry: object, /, *args: More.args, **kwargs: More.kwargs) -> Result:
        """Call the function for this value's type. Raises TypeError when there is none."""
        name = type(entry).__name__
        if name not in self._functions:
            raise TypeError(f"{name} has no {self._what}")
        return self._functions[name](entry, *args, **kwargs)
