"""The compiled corpus: the right answer every time, whatever happens to its file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import PEERGUIDE, SMALL

from peerguide.corpus import cache, indexing, sealed
from peerguide.corpus.library import Corpus

if TYPE_CHECKING:
    from conftest import CorpusMaker, Shell


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("PEERGUIDE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def names(folder: Path) -> list[str]:
    """The names of the values in this folder, by way of the cache."""
    return [value.name for value in Corpus.open(folder).values().values]


def compiled(folder: Path) -> Path:
    """The file of the compiled corpus, which is there."""
    file = cache.cache_file(folder)
    assert file is not None
    assert file.is_file()
    return file


def test_second_run_reads_the_cache(corpus_of: CorpusMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once compiled, a corpus is read from its file, and its YAML is not parsed again."""
    folder = corpus_of()
    first = names(folder)
    monkeypatch.setattr(cache, "_compile", None)
    assert names(folder) == first == ["We are kind", "We are calm"]


def test_edit_of_the_same_size_and_time_is_seen(corpus_of: CorpusMaker) -> None:
    """An edit that leaves size and time stamp of the YAML as they were is seen all the same."""
    folder = corpus_of()
    names(folder)
    file = folder / "values.yaml"
    before = file.stat()
    file.write_text(SMALL.replace("We are kind", "We are good"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert names(folder)[0] == "We are good"


def test_other_version_is_compiled_anew(corpus_of: CorpusMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version of the program compiled is not used."""
    folder = corpus_of()
    names(folder)
    old = compiled(folder).read_bytes()
    monkeypatch.setattr(cache, "__version__", "99.0")
    assert names(folder) == ["We are kind", "We are calm"]
    assert compiled(folder).read_bytes() != old


@pytest.mark.parametrize("kept", [0, 1, 63, 64, 4095, 4096, 9000])
def test_half_written_file_is_not_believed(kept: int, corpus_of: CorpusMaker) -> None:
    """A file cut short anywhere is made again, without a word."""
    folder = corpus_of()
    names(folder)
    whole = compiled(folder).read_bytes()
    compiled(folder).write_bytes(whole[:kept])
    assert names(folder) == ["We are kind", "We are calm"]
    assert compiled(folder).read_bytes() == whole


def test_no_flipped_byte_is_believed(corpus_of: CorpusMaker) -> None:
    """A byte changed anywhere in the file never changes an answer."""
    folder = corpus_of()
    names(folder)
    whole = compiled(folder).read_bytes()
    for place in range(0, len(whole), 211):
        damaged = bytearray(whole)
        damaged[place] ^= 0x20
        compiled(folder).write_bytes(damaged)
        assert names(folder) == ["We are kind", "We are calm"]


@pytest.mark.parametrize("rubbish", [b"", b"not a database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_rubbish_is_not_believed(rubbish: bytes, corpus_of: CorpusMaker) -> None:
    """Something else under the file's name is written over."""
    folder = corpus_of()
    names(folder)
    compiled(folder).write_bytes(rubbish)
    assert names(folder) == ["We are kind", "We are calm"]


def test_sqlite_finds_the_file_whole(corpus_of: CorpusMaker) -> None:
    """The compiled corpus is an ordinary SQLite file, its checksum within its header."""
    folder = corpus_of()
    names(folder)
    with sqlite3.connect(compiled(folder)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.close()


def test_large_corpus_is_read_page_by_page(corpus_of: CorpusMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """A compiled corpus too large to be read whole gives the same answers, and is checked as well."""
    folder = corpus_of()
    names(folder)
    monkeypatch.setattr(sealed, "SMALL", 0)
    monkeypatch.setattr(sealed, "CHUNK", 4096)
    assert names(folder) == ["We are kind", "We are calm"]
    damaged = bytearray(compiled(folder).read_bytes())
    damaged[-100] ^= 1
    compiled(folder).write_bytes(damaged)
    assert names(folder) == ["We are kind", "We are calm"]


@pytest.mark.parametrize("obstacle", ["a file", "a folder", "read-only"])
def test_unwritable_cache_is_bypassed(obstacle: str, corpus_of: CorpusMaker, own_cache: Path) -> None:
    """Where no cache can be written the answer is the same, and nothing is left behind."""
    folder = corpus_of()
    if obstacle == "a file":
        own_cache.write_text("in the way")
    elif obstacle == "a folder":
        file = cache.cache_file(folder)
        assert file is not None
        (file / "inside").mkdir(parents=True)
    else:
        own_cache.mkdir()
        own_cache.chmod(0o500)
    assert names(folder) == ["We are kind", "We are calm"]
    if own_cache.is_dir() and os.geteuid() != 0:
        assert not list(own_cache.glob("*.new"))


def test_full_disk_is_bypassed(
    corpus_of: CorpusMaker, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk is full the answer is the same, and no half file stays."""

    def refuse(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    folder = corpus_of.folder
    folder.mkdir()
    (folder / "values.yaml").write_text(SMALL, encoding="utf-8")
    assert names(folder) == ["We are kind", "We are calm"]
    assert not list(own_cache.iterdir())


def test_many_first_runs_at_once(corpus_of: CorpusMaker, shell: Shell) -> None:
    """Processes that compile at the same moment all answer rightly, and one whole file remains."""
    folder = corpus_of()
    command = [PEERGUIDE, "value", "--corpus", str(folder)]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=shell.environment)
        for _process in range(8)
    ]
    answers = [process.communicate() for process in running]
    assert set(answers) == {
        (b"1: We are kind. Practice theme: Be kind.\n2: We are calm. Practice theme: Keep calm.\n", b"")
    }
    assert len(list(Path(shell.environment["PEERGUIDE_CACHE"]).iterdir())) == 1


def test_errors_of_the_yaml_are_told_past_a_good_cache(corpus_of: CorpusMaker, shell: Shell) -> None:
    """When the YAML is broken after it was compiled, its own error is told."""
    folder = corpus_of()
    assert shell(f"peerguide value --corpus {folder}").code == 0
    (folder / "values.yaml").write_text("values: [", encoding="utf-8")
    ran = shell(f"peerguide value --corpus {folder}")
    assert ran.code == 4
    assert f"{folder}/values.yaml:1:10: this is not valid YAML" in ran.err


def test_home_that_cannot_be_written(shell: Shell) -> None:
    """A home that is not there, or no folder, makes no difference."""
    for home in ("/nonexistent", "/dev/null"):
        ran = shell("peerguide value 7", HOME=home, PEERGUIDE_CACHE=None, XDG_CACHE_HOME=None)
        assert (ran.code, ran.err) == (0, "")


def test_what_search_asks_is_made_once(corpus_of: CorpusMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look-up makes no index; the first search does, and the next one finds it in the file."""
    folder = corpus_of()
    names(folder)
    assert not _is_searched(folder)
    Corpus.open(folder).ready("passage")
    assert _is_searched(folder)
    monkeypatch.setattr(indexing, "indexed", None)
    searched = Corpus.open(folder)
    searched.ready("passage")
    assert searched.rows(
        "SELECT ref FROM passage JOIN entry ON seq = passage.rowid WHERE passage MATCH 'kindness'"
    )


def test_what_search_asks_is_made_in_memory_where_it_cannot_be_kept(
    corpus_of: CorpusMaker, own_cache: Path
) -> None:
    """Without a cache that can be written, a search makes its index for itself, without a word."""
    own_cache.write_text("not a folder", encoding="utf-8")
    searched = Corpus.open(corpus_of())
    searched.ready("word")
    assert searched.rows("SELECT count FROM word WHERE word = 'kindness'")


def test_a_large_corpus_is_indexed_too(corpus_of: CorpusMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """A compiled corpus that is read page by page from its file gets its index all the same."""
    monkeypatch.setattr(sealed, "SMALL", 0)
    folder = corpus_of()
    names(folder)
    for _time in range(2):
        Corpus.open(folder).ready("passage")
        assert _is_searched(folder)
    assert names(folder) == ["We are kind", "We are calm"]


def _is_searched(folder: Path) -> bool:
    database = sealed.open_sealed(compiled(folder))
    assert database is not None
    with closing(database):
        return indexing.is_indexed(database)
