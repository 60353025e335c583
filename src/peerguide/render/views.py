"""Where it is known how to show a type: the modules that are imported when a value of it is shown."""

from __future__ import annotations

VIEWS = {
    "Results": "found",
    **dict.fromkeys(
        [
            "Asked",
            "Feedback",
            "Named",
            "Summary",
            "ExamReport",
            "Keys",
            "Remark",
            "Hint",
            "Unclear",
            "Agenda",
        ],
        "questions",
    ),
    **dict.fromkeys(["Learning", "Orphans"], "learning"),
    **dict.fromkeys(
        [
            "Beginning",
            "AskedStatement",
            "Taken",
            "ReflectionKeys",
            "Left",
            "Picture",
        ],
        "reflection",
    ),
    **dict.fromkeys(["ReflectionHistory", "Comparison"], "beside"),
    **dict.fromkeys(["ScenarioList", "ScenarioView", "ScenarioKey"], "scenarios"),
    **dict.fromkeys(["WordingReport", "WordingStatus"], "wording"),
    **dict.fromkeys(["EntryWordings", "ValueWordings"], "pairs"),
}
"""The module of `peerguide.render.drawn` and of `.plain` that shows a type; entries of the corpus are shown by `entries`."""

SHAPES = {
    "Results": "peerguide.search.records",
    "Paper": "peerguide.quiz.records",
    **dict.fromkeys(["Agenda", "Learning", "Orphans"], "peerguide.progress.records"),
    **dict.fromkeys(
        ["Form", "Picture", "ReflectionHistory", "Comparison"], "peerguide.progress.reflection.records"
    ),
    **dict.fromkeys(
        ["WordingReport", "WordingStatus", "EntryWordings", "ValueWordings"], "peerguide.wording.records"
    ),
}
"""The module that has the JSON shape of a type, where it is not `peerguide.corpus.records`."""
