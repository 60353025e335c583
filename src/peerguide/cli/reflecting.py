"""Going through a reflection with somebody: showing a statement, reading what is typed, keeping it, going on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from peerguide.cli.lines import LONGEST, PROMPT
from peerguide.progress.events import new_uid
from peerguide.progress.reflection.going import ReflectionKeys, Taken
from peerguide.progress.reflection.replies import Given, Note, meaning_of
from peerguide.progress.reflection.responses import Response
from peerguide.quiz.sitting import Remark

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from peerguide.cli.desk import Desk
    from peerguide.cli.lines import Lines
    from peerguide.progress.reflection.going import AskedStatement, Going
    from peerguide.progress.reflection.replies import Key
    from peerguide.progress.reflection.responses import Frequency, Part
    from peerguide.progress.store import Store

UNCLEAR = "Type a number from 1 to 5, or ? for help."

NOTE_PROMPT = "Your note > "
GO_ON = "Enter to go on > "

AT_THE_END = "That was the last one. n and words adds a note to it, and b goes back to it."

NOT_YET = "There is no answer yet for a note to go with."

CUT = f"Only the first {LONGEST} characters of a line are read; n and words adds the rest to your note."

FIRST = "This is the first statement."

STOPPED = "Stopped. Every answer that you gave is kept; to go on: {}"

MILLISECOND = timedelta(milliseconds=1)


class Keeper:
    """Keeps responses of one reflection: each is on the disk before anything else is asked. Without a store it keeps nothing."""

    def __init__(
        self, store: Store | None, guide: str, part: Part, reflection: str, now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._guide = guide
        self._part = part
        self._now = now
        self.reflection = reflection
        self.responses: list[Response] = []

    @property
    def saves(self) -> bool:
        """Whether responses are kept."""
        return self._store is not None

    def keep(self, ref: str, answer: Frequency, note: str, earlier: Response | None) -> Response:
        """A new response, in the place of an earlier one. Raises FileAccessError when it cannot be kept."""
        now = self._now()
        if earlier:  # a clock that was put back in between must not bring the earlier one back
            now = max(now, earlier.at + MILLISECOND)
        response = Response(new_uid(), self._guide, self.reflection, self._part, ref, now, answer, note)
        if self._store:
            self._store.respond(response)
        self.responses.append(response)
        return response


class LeaveError(Exception):
    """Somebody has had enough for now, or there is nothing more to read: the talk ends here, in good order."""


class Reflecting:
    """A talk with a person at a terminal, or with lines from a pipe. `again` is the command that goes on from where it was left."""

    def __init__(self, desk: Desk, lines: Lines, going: Going, keeper: Keeper, again: str) -> None:
        self._desk = desk
        self._lines = lines
        self._going = going
        self._keeper = keeper
        self._again = again

    def hold(self) -> bool:
        """Ask until all statements have been gone through, and say whether they have: somebody may leave before."""
        try:
            while True:
                while asked := self._going.asked():
                    self._ask(asked)
                if self._is_over():
                    return True
        except LeaveError:
            return False
        except KeyboardInterrupt:
            self._desk.output.say("", STOPPED.format(self._again) if self._keeper.saves else "Stopped.")
            raise

    def _ask(self, asked: AskedStatement) -> None:
        """Ask about one statement, until it is answered, skipped, or left for another one."""
        self._desk.show(asked)
        while not self._heard(self._read(), asked):
            pass

    def _heard(self, line: str, asked: AskedStatement) -> bool:
        """Do what a line says, and give True when the statement on the screen is done with."""
        meaning = meaning_of(line)
        if isinstance(meaning, Given):
            self._answer(meaning, asked)
            return True
        if isinstance(meaning, Note):
            self._note(meaning.words)
            return False
        if meaning:
            return self._do(meaning)
        if line.strip():
            self._desk.show(Remark(UNCLEAR))
        if not self._lines.interactive:  # a line of a pipe deals with one statement, whatever it says
            self._going.skip()
            return True
        return False

    def _answer(self, given: Given, asked: AskedStatement) -> None:
        """Keep an answer, and only then say so; a note from before stays with it unless a new one is given."""
        note = given.note or (asked.given.note if asked.given else "")
        response = self._keeper.keep(asked.item.ref, given.answer, note, asked.given)
        self._going.take(response)
        self._told(response, noted=False)

    def _told(self, response: Response, *, noted: bool) -> None:
        self._lines.used()
        self._desk.show(Taken(response, noted, self._keeper.saves))
        if self._lines.cut:
            self._desk.show(Remark(CUT))

    def _note(self, words: str) -> None:
        """Keep a note with the answer it belongs to, after what is noted there already; its words may be in the next line."""
        earlier = self._going.noted
        if earlier is None:
            self._desk.show(Remark(NOT_YET))
            return
        words = words or self._read(NOTE_PROMPT).strip()
        if words:
            note = f"{earlier.note}\n{words}" if earlier.note else words
            response = self._keeper.keep(earlier.ref, earlier.answer, note, earlier)
            self._going.note(response)
            self._told(response, noted=True)

    def _do(self, key: Key) -> bool:
        """Do what a key asks for, and say whether the statement on the screen is done with."""
        if key == "stop":
            raise LeaveError
        if key == "skip":
            self._going.skip()
            return True
        if key == "help":
            self._desk.show(ReflectionKeys())
            return False
        if not self._going.back():
            self._desk.show(Remark(FIRST))
            return False
        return True

    def _is_over(self) -> bool:
        """After the last statement there is time for a note, and for going back; anything else ends."""
        if self._lines.interactive:
            self._desk.show(Remark(AT_THE_END))
        while True:
            line = self._lines.next(GO_ON)
            meaning = meaning_of(line or "")
            if isinstance(meaning, Note):
                self._note(meaning.words)
            elif meaning == "help":
                self._desk.show(ReflectionKeys())
            else:
                return meaning != "back" or not self._going.back()

    def _read(self, prompt: str = PROMPT) -> str:
        """The next line. Raises LeaveError when there is none."""
        line = self._lines.next(prompt)
        if line is None:
            raise LeaveError
        return line
