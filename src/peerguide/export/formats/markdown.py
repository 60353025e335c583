"""Markdown: to read, to print and to keep in a repository. CommonMark with GFM's tables and task lists.

It holds everything, and questions of every form: options have letters, what is typed has a line, a list has as many
lines as names, and what is to be put in order has letters and a blank for each.
"""

from __future__ import annotations

from peerguide.export.format import Format
from peerguide.export.markdown.handbook import crosswalk, folder, glossary, handbook, values
from peerguide.export.markdown.papers import key, quiz
from peerguide.export.markdown.readings import reading_files, readings
from peerguide.export.markdown.reflection import agenda, filled, form
from peerguide.export.markdown.scenarios import facilitation, handout_files, handouts
from peerguide.export.markdown.worksheets import cards, cheat_sheet, checklist

FORMAT = Format(
    "markdown",
    "the handbook, and sheets to print: a quiz with its key, a checklist, cards",
    ".md",
    {
        "handbook": handbook,
        "glossary": glossary,
        "value": values,
        "cheatsheet": cheat_sheet,
        "quiz": quiz,
        "key": key,
        "checklist": checklist,
        "cards": cards,
        "scenarios": handouts,
        "scenarios-key": facilitation,
        "reflection": form,
        "reflection-filled": filled,
        "agenda": agenda,
        "readings": readings,
        "crosswalk": crosswalk,
    },
    {"handbook": folder, "scenarios": handout_files, "readings": reading_files},
)
