"""The composition root: what a command needs, put together once from its options and the process around it."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder, corpus_folders, shipped_corpora
from peerguide.errors import NotFoundError, PeerguideError
from peerguide.render.output import Output, choose_form, terminal_width
from peerguide.render.progress import bar_on

if TYPE_CHECKING:
    from collections.abc import Callable, Sized
    from datetime import datetime
    from pathlib import Path

    import typer

    from peerguide.corpus.names.refs import Found


Places = TypeVar("Places")


class Settings(NamedTuple):
    """The options that may stand before the command's name as well as after it.

    `wording` is False for a command that does not ask the corpus in wordings, but as it is written.
    """

    json: bool = False
    plain: bool = False
    pager: bool = False
    corpus: str | None = None
    wording: str | Literal[False] | None = None


class Desk:
    """One command's place of work: the corpus it asks and the output it shows things on."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.output = make_output(settings)

    @classmethod
    def of(
        cls,
        context: typer.Context,
        *,
        json: bool,
        plain: bool,
        corpus: str | None,
        pager: bool = False,
        wording: str | Literal[False] | None = False,
    ) -> Desk:
        """The desk for a command, its options joined with those that stood before its name.

        `wording` is what its option says, or None, for a command that shows texts.
        """
        before = settings_before(context)
        return cls(
            Settings(
                json or before.json,
                plain or before.plain,
                pager or before.pager,
                before.corpus if corpus is None else corpus,
                before.wording if wording is None else wording,
            )
        )

    @cached_property
    def folder(self) -> Path:
        """The folder of the corpus asked for. Raises UsageError where several are."""
        return self._asked(corpus_folder)

    @cached_property
    def folders(self) -> tuple[Path, ...]:
        """The folders of all corpora asked for."""
        return self._asked(corpus_folders)

    def _asked(self, find: Callable[[str | None], Places]) -> Places:
        """What `find` has for the corpus asked for, by option or variable."""
        if self._settings.corpus is not None:
            return find(self._settings.corpus)
        try:
            return find(os.environ.get("PEERGUIDE_CORPUS") or None)
        except PeerguideError as error:
            error.hint = f"The variable PEERGUIDE_CORPUS asks for it. {error.hint}"
            raise

    @property
    def program(self) -> str:
        """How a command begins that asks the corpus in use, in the wording in use."""
        return program_for(self._settings.corpus, self._settings.wording or None)

    def now(self) -> datetime:
        """This instant, in UTC."""
        from datetime import UTC, datetime

        return datetime.now(UTC)

    @cached_property
    def corpus(self) -> Corpus:
        """The corpus asked for, or all of them as one, in the wording asked for, opened on first use."""
        folders = self._asked(corpus_folders)
        if len(folders) == 1:
            return self._worded(self._opened(folders[0]))
        from peerguide.cli.words import each_in_words
        from peerguide.corpus.together import together

        written = [self._opened(folder) for folder in folders]
        return together(each_in_words(written, self._settings.wording, self.output.say))

    @property
    def one_corpus(self) -> Corpus:
        """The corpus asked for, for what is done with one guide at a time. Raises UsageError where several are asked for."""
        self._asked(corpus_folder)
        return self.corpus

    def _opened(self, folder: Path) -> Corpus:
        stream = None if self.output.form == "plain" else sys.stderr
        with bar_on(stream, "Compiling the corpus") as bar:
            return Corpus.open(folder, bar)

    def _worded(self, written: Corpus) -> Corpus:
        if self._settings.wording is False:
            return written
        from peerguide.cli.words import in_words

        return in_words(written, self._settings.wording, self.output.say)

    def asked(self, words: list[str]) -> tuple[Corpus, str]:
        """The corpus that a ref is of, and the ref as one text: the one in use, or the shipped guide whose name stands before the ref."""
        ref = typed(words)
        guide, colon, bare = ref.partition(":")
        name = guide.strip().casefold()
        if not colon or not bare.strip() or name not in shipped_corpora():
            return self.corpus, ref
        if len(self._asked(corpus_folders)) > 1 or self.corpus.guide == name:
            return self.corpus, ref
        return self._worded(self._opened(shipped_corpora()[name])), bare.strip()

    def show(self, entry: object) -> None:
        """Show an entry, or a list of them."""
        self.output.show(entry)

    def show_list(self, entry: object, items: Sized, what: str) -> None:
        """Show a list of entries. Raises NotFoundError when it is empty; `what` says what of."""
        if items:
            self.show(entry)
            return
        if self.output.form == "json":
            self.output.write("[]\n")
        raise NotFoundError(f"This corpus has no {what}.", "To see its values: peerguide value")

    def take(self, found: Found) -> str:
        """The ref that was found, after saying what had to be corrected to find it."""
        if found.notice:
            self.output.say(found.notice)
        return found.ref


def typed(words: list[str]) -> str:
    """The words of a ref as one text; bytes that are no text become the sign for that."""
    return " ".join(words).encode("utf-8", "replace").decode("utf-8")


def settings_before(context: Any) -> Settings:  # noqa: ANN401 - any context in the chain
    """The settings given before the command's name."""
    return context.obj if isinstance(context.obj, Settings) else Settings()


def program_for(corpus: str | None, wording: str | None) -> str:
    """How a command begins that asks this corpus in this wording; None where no option asked for one."""
    words = ["peerguide"]
    for option, word in (("--corpus", corpus), ("--wording", wording)):
        if word is not None:
            from shlex import quote

            words += [option, quote(word)]
    return " ".join(words)


def chosen_corpus(context: Any) -> str | None:  # noqa: ANN401
    """The corpus asked for so far on a command line that is still being typed."""
    while context is not None:
        if context.params.get("corpus"):
            return str(context.params["corpus"])
        context = context.parent
    return os.environ.get("PEERGUIDE_CORPUS") or None


def make_output(settings: Settings) -> Output:
    """The output of this process, in the form asked for or fitting."""
    return Output(
        form=choose_form(json=settings.json, plain=settings.plain, stdout=sys.stdout, environment=os.environ),
        width=terminal_width(),
        stdout=sys.stdout,
        stderr=sys.stderr,
        colour=not os.environ.get("NO_COLOR"),
        page=_page if settings.pager else None,
    )


def _page(text: str) -> bool:
    """Send a drawing through the person's pager, and say whether that worked. `less` is told to pass colours on."""
    import subprocess

    pager = os.environ.get("PAGER") or "less"
    if not _is_there(pager):
        return False
    environment = {**os.environ, "LESS": f"{os.environ.get('LESS', '-FX')} -R"}
    try:
        done = subprocess.run(pager, shell=True, input=text, encoding="utf-8", env=environment, check=False)  # noqa: S602 - PAGER is a command line by custom
    except OSError:
        return False
    return done.returncode == 0


def _is_there(pager: str) -> bool:
    """Whether the program is there that this command line starts, after the variables that it may set first."""
    import shlex
    import shutil

    try:
        program = next((word for word in shlex.split(pager) if "=" not in word), None)
    except ValueError:  # a quotation mark that is never closed
        return False
    return program is not None and shutil.which(program) is not None
