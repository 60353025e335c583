"""Asking the questions of a sitting one by one: showing, reading what is typed, keeping answers, saying what they come to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from peerguide.cli.lines import PROMPT
from peerguide.quiz.naming import Naming
from peerguide.quiz.replies import Unclear, hint_for, hint_for_name, key_of, reply_to
from peerguide.quiz.sitting import Answered, Feedback, Keys, Remark

if TYPE_CHECKING:
    from collections.abc import Callable

    from peerguide.cli.desk import Desk
    from peerguide.cli.lines import Lines
    from peerguide.cli.recorder import Recorder
    from peerguide.quiz.model import Question
    from peerguide.quiz.replies import Hint, Key
    from peerguide.quiz.sitting import Sitting

GO_ON = "Enter to go on > "

FITS_TOO = "That fits too. Here it stands under another value: can you name that one?"

AT_THE_END = "In an exam answers are told at the end; u takes the last one back."

STOPPED = "Stopped. Every answer before this question is kept."


class StopError(Exception):
    """The learner has had enough, or there is nothing more to read: the sitting ends here, in good order."""


class Conversation:
    """One sitting, held with a person at a terminal or with lines from a pipe.

    In an exam nothing is said of an answer before the end, and there are no hints.
    """

    def __init__(
        self, desk: Desk, lines: Lines, sitting: Sitting, recorder: Recorder, *, exam: bool = False
    ) -> None:
        self._desk = desk
        self._lines = lines
        self._sitting = sitting
        self._recorder = recorder
        self._exam = exam
        self._hinted = False
        self._just_answered = False

    def hold(self) -> None:
        """Ask until every question is answered or skipped, or the learner stops."""
        try:
            while self._sitting.asked:
                self._ask()
        except StopError:
            pass
        except KeyboardInterrupt:
            self._desk.output.say("", STOPPED if self._recorder.saves else "Stopped.")
            raise

    def _ask(self) -> None:
        """Ask the question whose turn it is, until it is answered, skipped or left for the one before."""
        asked = self._sitting.asked
        if asked is None:
            return
        self._desk.show(asked)
        self._hinted = False
        if asked.question.form == "list":
            self._ask_for_all(asked.question)
            return
        while self._read_reply(asked.question) is None:
            pass

    def _read_reply(self, question: Question) -> bool | None:
        """Read one line, and give True once the question is done with."""
        line = self._read()
        key = key_of(line)
        if key:
            return self._do(key, question) or None
        if not line.strip():
            return self._pass_over()
        reply = reply_to(question, line)
        if isinstance(reply, Unclear):
            self._desk.show(reply)
            return None if self._lines.interactive else self._skip()
        if reply.fits and self._lines.interactive and not self._exam:
            self._desk.show(Remark(FITS_TOO))
            return None
        self._take(Answered(question, reply, self._hinted))
        return True

    def _pass_over(self) -> bool | None:
        """An empty line: at a terminal nothing; in a pipe it goes on after an answer, and skips a question otherwise."""
        if self._lines.interactive or self._just_answered:
            self._just_answered = False
            return None
        return self._skip()

    def _skip(self) -> bool:
        """Leave the question. A line of a pipe deals with one question, whatever it says."""
        self._sitting.skip()
        return True

    def _ask_for_all(self, question: Question) -> None:
        """Take names until all are there, or an empty line or the end of the input ends it.

        The names given so far are kept as an answer after each line, so that none is spoken of before it is kept.
        """
        naming = Naming(question)
        line: str | None = ""
        while naming.missing:
            line = self._lines.next()
            key = key_of(line or "")
            if not (line or "").strip() or key == "stop":
                break
            if key == "hint":
                self._hint(hint_for_name(question, naming.missing[0].name))
            elif key in ("skip", "undo", "right", "easy") and naming.named:
                self._desk.show(Remark("The names you gave are kept; an empty line ends this question."))
            elif key and self._do(key, question):
                return
            elif not key:
                self._take_names(naming, line or "")
        ended = line is None or key_of(line) == "stop"
        if naming.named or not ended:
            self._finish(naming, ended=ended)
        if ended:
            raise StopError

    def _take_names(self, naming: Naming, line: str) -> None:
        begun = bool(naming.named)
        named = naming.take(line)
        if named.new:
            self._lines.used()
            so_far = Answered(naming.question, naming.reply(), self._hinted, naming=naming)
            (self._recorder.save_more if begun else self._recorder.save)(so_far)
        if not self._exam:
            self._desk.show(named)

    def _finish(self, naming: Naming, *, ended: bool) -> None:
        """End the naming: what was named is kept already, that nothing was is not."""
        answered = Answered(naming.question, naming.reply(), self._hinted, naming=naming)
        if not naming.named:
            self._recorder.save(answered)
        self._told(answered, last=ended)

    def _read(self, prompt: str = PROMPT) -> str:
        """The next line. Raises StopError when there is none."""
        line = self._lines.next(prompt)
        if line is None:
            raise StopError
        return line

    def _take(self, answered: Answered) -> None:
        """Keep an answer, and only then say what it comes to."""
        self._recorder.save(answered)
        self._told(answered)

    def _told(self, answered: Answered, *, last: bool = False) -> None:
        """Go on from an answer that is kept; after the `last` one nobody is waited for."""
        self._sitting.take(answered)
        self._just_answered = True
        self._lines.used()
        if not self._exam:
            self._show_feedback(answered)
            if not last:
                self._go_on(answered.question)

    def _show_feedback(self, answered: Answered) -> None:
        due = self._recorder.due()
        self._desk.show(Feedback(answered, self._desk.program, due, self._desk.now() if due else None))

    def _go_on(self, question: Question) -> None:
        """Give a person time to read, and to think again about the answer."""
        while self._lines.interactive:
            line = self._read(GO_ON)
            key = key_of(line)
            if key in ("hint", "skip"):
                self._desk.show(
                    Remark("This question is answered. Enter goes on to the next; u takes the answer back.")
                )
            elif not key or self._do(key, question):
                return

    def _do(self, key: Key, question: Question) -> bool:
        """Do what a key asks for, and say whether the question on the screen is done with."""
        if key == "stop":
            raise StopError
        if key == "skip":
            return self._skip()
        if key == "undo":
            return self._undo()
        actions: dict[Key, Callable[[], None]] = {
            "help": lambda: self._desk.show(Keys()),
            "hint": lambda: self._hint(hint_for(question)),
            "right": self._claim,
            "easy": self._easy,
        }
        actions[key]()
        return False

    def _hint(self, hint: Hint) -> None:
        if self._exam:
            self._desk.show(Remark("An exam gives no hints; s skips a question."))
            return
        self._hinted = True
        self._desk.show(hint)

    def _undo(self) -> bool:
        undone = self._sitting.undo()
        if undone is None:
            self._desk.show(Remark("This is the first question; there is nothing to undo yet."))
            return False
        if undone.answered:
            self._recorder.undo()
            self._desk.show(Remark("Taken back. Here is the question again."))
        else:
            self._desk.show(Remark("Here is the question that you skipped."))
        return True

    def _claim(self) -> None:
        if self._exam:
            self._desk.show(Remark(AT_THE_END))
            return
        claimed = self._sitting.claim()
        if claimed is None:
            self._desk.show(Remark("There is no missed answer to change."))
            return
        self._recorder.claim()
        if self._recorder.due() is None:
            self._desk.show(Remark("Counted as right."))
        else:
            self._show_feedback(claimed)

    def _easy(self) -> None:
        if self._exam:
            self._desk.show(Remark(AT_THE_END))
            return
        last = self._sitting.last
        if last is None or not last.correct:
            self._desk.show(Remark("After an answer that is right, e says that it was easy."))
            return
        self._recorder.easy()
        due = self._recorder.due()
        if due is None:
            self._desk.show(Remark("Counted as easy."))
        else:
            self._show_feedback(replace(last))
