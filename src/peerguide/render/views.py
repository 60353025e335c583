"""Where it is known how to show a type: the modules that are imported when a value of it is shown."""

from __future__ import annotations

VIEWS = {
    "Results": "found",
    "TextFinding": "language",
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
    **dict.fromkeys(["Learning", "LearningOfAll", "Orphans"], "learning"),
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
    **dict.fromkeys(["ReadingList", "Reading", "SectionView"], "readings"),
    "Crosswalk": "crosswalk",
    **dict.fromkeys(["WordingReport", "WordingStatus"], "wording"),
    **dict.fromkeys(["EntryWordings", "ValueWordings"], "pairs"),
}
"""The module of `peerguide.render.drawn` and of `.plain` that shows a type; entries of the corpus are shown by `entries`."""

SHAPES = {
    "Results": "peerguide.search.records",
    "Paper": "peerguide.quiz.records",
    "TextFinding": "peerguide.language.records",
    **dict.fromkeys(["Overview", "Report"], "peerguide.corpus.report_records"),
    **dict.fromkeys(["ReadingList", "Reading", "SectionView", "Crosswalk"], "peerguide.corpus.told_records"),
    **dict.fromkeys(["Agenda", "Learning", "LearningOfAll", "Orphans"], "peerguide.progress.records"),
    **dict.fromkeys(
        ["Form", "Picture", "ReflectionHistory", "Comparison"], "peerguide.progress.reflection.records"
    ),
    **dict.fromkeys(
        ["WordingReport", "WordingStatus", "EntryWordings", "ValueWordings"], "peerguide.wording.records"
    ),
}
"""The module that has the JSON shape of a type, where it is not `peerguide.corpus.records`."""
