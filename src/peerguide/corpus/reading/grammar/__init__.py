"""What may stand in each file of a corpus, key by key, in the words that editors show."""

from __future__ import annotations

from peerguide.corpus.reading.files import (
    CROSSWALK,
    GLOSSARY,
    READINGS,
    SCENARIOS,
    SOURCES,
    SYNONYMS,
    VALUES,
)
from peerguide.corpus.reading.grammar.crosswalk import CROSSWALK_FILE
from peerguide.corpus.reading.grammar.glossary import GLOSSARY_FILE
from peerguide.corpus.reading.grammar.readings import READINGS_FILE
from peerguide.corpus.reading.grammar.scenarios import SCENARIOS_FILE
from peerguide.corpus.reading.grammar.sources import SOURCES_FILE
from peerguide.corpus.reading.grammar.synonyms import SYNONYMS_FILE
from peerguide.corpus.reading.grammar.values import VALUES_FILE

SHAPES = {
    VALUES: VALUES_FILE,
    GLOSSARY: GLOSSARY_FILE,
    SOURCES: SOURCES_FILE,
    SYNONYMS: SYNONYMS_FILE,
    SCENARIOS: SCENARIOS_FILE,
    READINGS: READINGS_FILE,
    CROSSWALK: CROSSWALK_FILE,
}
"""The shape of each file by its name."""
