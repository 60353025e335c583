"""What is said to a learner, in words that both the drawn and the linear text use: on what is known first, never a reproach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.quiz.fair import LETTERS
from peerguide.quiz.model import BEST_WORST
from peerguide.render.text import safe
from peerguide.render.times import coming, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from peerguide.progress.agenda import Agenda
    from peerguide.quiz.grading import Letter
    from peerguide.quiz.model import Option, Question
    from peerguide.quiz.naming import Named
    from peerguide.quiz.replies import Hint
    from peerguide.quiz.results import ExamReport, Summary, Tally
    from peerguide.quiz.sitting import Answered, Feedback

KEYS = (
    ("a letter, a number, or words", "your answer, as the question asks"),
    ("Enter", "go on"),
    ("h", "a hint (it then counts as hard)"),
    ("s", "skip this question"),
    ("u", "undo the last answer"),
    ("!", "I was right: count the last answer as right"),
    ("e", "the last answer was easy"),
    ("q", "stop, with a summary"),
    ("?", "this help"),
)
"""What may be typed, and what it does."""


LONG = 60
"""A longer option is not said again, in characters."""


def verdict(answered: Answered) -> str:
    """How an answer went, in a word or two."""
    if answered.claimed:
        return "Counted as right."
    if answered.question.form == "list":
        return _list_verdict(answered)
    if answered.question.form == BEST_WORST:
        from peerguide.render.situations import pick_verdict

        return pick_verdict(answered)
    if answered.correct:
        return "Right, with a hint." if answered.hinted else "Right."
    return _near(answered)


def _near(answered: Answered) -> str:
    """How far an answer is from the right one."""
    reply = answered.reply
    if reply.fits:
        return "That fits too."
    if reply.verdict and reply.verdict.close:
        return "Close."
    return "Part of it." if reply.credit > 0 else "Not this one."


def _list_verdict(answered: Answered) -> str:
    total = len(answered.question.named)
    named = round(answered.reply.credit * total)
    enough = (
        f"That passes; the mark is {answered.question.needed}."
        if answered.correct
        else (f"The mark is {answered.question.needed}.")
    )
    return f"You named {named} of {total}. {enough}"


def right_answer(answered: Answered) -> str | None:
    """What the answer is, in a sentence; None where the verdict and the explanation say it."""
    question = answered.question
    if question.form == "list":
        missing = answered.naming.missing if answered.naming else ()
        return (
            f"Still missing: {'; '.join(safe(name.name) for name in missing)}."
            if missing
            else "That is all of them."
        )
    if question.right:
        name = option_name(question.right)
        return name if answered.reply.correct else f"It is {name}"
    if question.form == "typed" and question.answers[0].casefold() != answered.reply.given.casefold():
        return f"It is: {sentence(safe(question.answers[0]))}"
    return None


def answer_text(answered: Answered) -> str:
    """The whole answer: of a list, the names that were not given; of a scenario, the best and the worst."""
    if answered.question.form == BEST_WORST:
        from peerguide.quiz.picks import told

        return told(*answered.question.answers)
    missing = answered.naming.missing if answered.naming else ()
    return "; ".join(name.name for name in missing) or answered.question.answers[0]


def option_name(option: Option, *, numbered: bool = False) -> str:
    """An option by its letter, or its number, and by its text unless that is long: it has just been read."""
    called = (
        str(LETTERS.index(option.letter) + 1) if numbered and not option.text.isdecimal() else option.letter
    )
    return f"{called}, {safe(option.text)}." if len(option.text) <= LONG else f"{called}."


def chosen_reason(answered: Answered, *, numbered: bool = False) -> str | None:
    """Why the option that was chosen is not the one; None where it is, or none was."""
    chosen = answered.reply.chosen
    if chosen is None or answered.reply.correct:
        return None
    return f"You chose {option_name(chosen, numbered=numbered)} {safe(chosen.why)}"


def reading(feedback: Feedback) -> str:
    """The command that shows where the answer stands."""
    question = feedback.answered.question
    ref = question.shown(question.refs[0])
    if question.card.kind == "scenario":
        return f"{feedback.program} scenario {ref} --answer"
    if question.card.kind == "term":
        return f"{feedback.program} term {ref}"
    if question.form == "list":
        return f"{feedback.program} value"
    if ".p" in ref or question.value is None:
        return f"{feedback.program} practice {ref}"
    return f"{feedback.program} {'role' if '.s' in ref else 'value'} {ref}"


def label(question: Question, letter: str, *, numbered: bool) -> str:
    """What an option or item is called: its letter, or its number where they are numbered and no numbers themselves."""
    return str(LETTERS.index(letter) + 1) if numbered and not has_numbers(question) else letter


def has_numbers(question: Question) -> bool:
    """Whether the options are numbers, so that numbering them would confuse."""
    return any(option.text.isdecimal() for option in question.options)


def order_of(question: Question, letters: str, *, numbered: bool) -> str:
    """An order of items, in the labels by which they are shown."""
    return "".join(label(question, letter, numbered=numbered) for letter in letters)


def how_to_answer(question: Question, *, numbered: bool) -> str:
    """What to type, in a sentence."""
    if question.form == "choice":
        last = question.options[-1].letter
        one, other = (label(question, letter, numbered=numbered) for letter in ("A", last))
        return f"Type a {'number' if one == '1' else 'letter'} from {one} to {other}, or ? for help."
    if question.form == "list":
        return "Type one name a line; an empty line ends."
    if question.form == "order":
        return f"Type their {'numbers' if numbered else 'letters'} in order, each once."
    if question.form == BEST_WORST:
        pair = "two numbers, such as 2 4" if numbered else "two letters, such as BD"
        return f"Type the best, then the worst: {pair}; or ? for help."
    return "Type your answer, or ? for help."


def hint_text(hint: Hint, *, numbered: bool) -> str:
    """A hint in a sentence."""
    if hint.beginning:
        return (
            f"It begins so: {safe(hint.beginning)}"
            if " " not in hint.beginning
            else f"Its words begin so: {safe(hint.beginning)}"
        )
    if hint.first:
        return f"{label(hint.question, hint.first, numbered=numbered)} comes first."
    labels = [label(hint.question, letter, numbered=numbered) for letter in hint.ruled_out]
    if not labels:
        return "There are only two; think of what each is about."
    if hint.question.form == BEST_WORST:
        return f"{labels[0]} is neither the best nor the worst."
    return f"It is not {labels[0]}." if len(labels) == 1 else f"It is neither {' nor '.join(labels)}."


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends a sentence already."""
    return text if text.endswith((".", "!", "?", '."', '?"', '!"')) else f"{text}."


def letter_by_letter(letters: Iterable[Letter]) -> str:
    """Where what was typed differs from what is right, in words."""
    steps, so_far = [], ""
    for letter in letters:
        after = f' after "{so_far}"' if so_far else " at the beginning"
        if letter.mark == "missing":
            steps.append(f'"{letter.right}" is missing{after}')
        elif letter.mark == "extra":
            steps.append(f'"{letter.text}" is too much{after}')
        elif letter.mark == "other":
            steps.append(f'"{letter.text}" is there in place of "{letter.right}"{after}')
        so_far += letter.right
    return f"Letter by letter: {'; '.join(steps)}."


def comes_again(feedback: Feedback) -> str | None:
    """When the card is asked again; None where nobody asked for that."""
    if feedback.due is None or feedback.now is None:
        return None
    return f"Comes again {coming(feedback.due, feedback.now)}."


def named_lines(entry: Named) -> Iterator[str]:
    """What became of the names in one line."""
    for name in entry.new:
        yield f"Yes: {safe(name.name)}."
    for name in entry.again:
        yield f"You already said that: {safe(name.name)}."
    for typed, found in entry.unknown:
        yield (
            f'"{safe(typed)}" is close to one of them; look at its spelling.'
            if found.close
            else (f'"{safe(typed)}" is not one of them.')
        )
    yield f"{entry.count} of {entry.total} so far."


def mark(summary: Summary) -> str:
    """The mark in a sentence, on what was known."""
    if not summary.answered:
        return "You answered no question this time."
    left = (
        f" {counted(summary.left, 'question')} of {summary.total} left for another time."
        if summary.left
        else ""
    )
    if summary.correct:
        parts = f", and part of {summary.parts} more" if summary.parts else ""
        return f"You knew {summary.correct} of {summary.answered}{parts}.{left}"
    if summary.parts:
        return f"You knew part of {counted(summary.parts, 'answer')} of {summary.answered}.{left}"
    return f"You took on {counted(summary.answered, 'question')}; what to read next stands below.{left}"


def known_well(summary: Summary) -> list[Tally]:
    """What was answered right every time."""
    return [tally for tally in summary.tallies if tally.correct == tally.asked]


def look_at_next(summary: Summary) -> list[Tally]:
    """What was not, the least known first."""
    return [tally for tally in reversed(summary.tallies) if tally.correct < tally.asked]


def tally_name(tally: Tally) -> str:
    """A value by its number and name; the glossary by its own."""
    return safe(tally.name) if tally.number is None else f"{tally.number}. {safe(tally.name)}"


def percent(share: float) -> str:
    """A share as a whole percentage, never rounded up to one that was not reached."""
    return f"{int(share * 100 + 1e-9)} percent"


def exam_mark(report: ExamReport) -> str:
    """The mark of an exam in a sentence."""
    summary = report.summary
    told = f"{summary.correct} of {summary.total} right, {percent(summary.share)}."
    if report.passed is None or report.needed is None:
        return told
    return f"{told} The aim is {percent(report.needed)}: {'reached' if report.passed else 'not reached yet'}."


def coming_up(agenda: Agenda) -> str:
    """What a review would ask now, and when the next one is worth it."""
    if agenda.due or agenda.new:
        parts = [(agenda.due, "due"), (agenda.new, "new")]
        return f"{' and '.join(f'{count} {what}' for count, what in parts if count)} now"
    return f"the next comes {coming(agenda.next, agenda.now)}" if agenda.next else "nothing is due"
