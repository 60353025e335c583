"""The package as people get it: built, installed in a clean environment, run away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from conftest import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

CHECKS = [
    (["value", "7", "--json"], '"ref": "7"'),
    (["practice", "7.p2"], "7.p2: "),
    (["role", "9"], "9.s4: "),
    (["term", "peer drift"], "Term co-optation"),
    (["source"], "guidelines: "),
    (["corpus", "check"], "is a valid corpus"),
    (["corpus", "schema"], "json-schema.org"),
    (["quiz", "--seed", "7", "--count", "1"], "Question 1 of 1."),
    (["review", "--due"], "0"),
    (["stats"], "peerguide quiz"),
    (["progress", "path"], "progress"),
    (["export", "markdown", "--what", "quiz"], "Question 1"),
    (["export", "html"], "<!DOCTYPE html>"),
    (["export", "gift", "--kind", "theme"], "::"),
    (["corpus", "new", "begun"], "A corpus begins"),
    (["--corpus", "begun", "value"], "1: "),
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    _run([sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(REPOSITORY)], REPOSITORY)
    return next(folder.glob("*.whl"))


def _run(command: list[str], folder: Path) -> str:
    own = {"PEERGUIDE_DATA": str(folder / "progress"), "PEERGUIDE_CACHE": str(folder / "cache")}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env={**os.environ, **own})
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_wheel_holds_everything(wheel: Path) -> None:
    """The wheel has every module and data file of the repository, and nothing else beside."""
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if ".dist-info/" not in name}
    source, data = REPOSITORY / "src", REPOSITORY / "data"
    modules = {
        str(file.relative_to(source))
        for file in source.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    files = {f"peerguide/data/{file.relative_to(data)}" for file in data.rglob("*") if file.is_file()}
    assert inside == modules | files


@pytest.mark.parametrize("how", ["wheel", "editable"])
def test_installed_program_works(how: str, wheel: Path, tmp_path: Path) -> None:
    """Installed from the wheel, or editable from the checkout, the program works in a folder of its own."""
    _run([sys.executable, "-m", "venv", str(tmp_path / "environment")], tmp_path)
    python = tmp_path / "environment" / "bin" / "python"
    what = [str(wheel)] if how == "wheel" else ["--editable", str(REPOSITORY)]
    _run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what], tmp_path)
    for words, expected in CHECKS:
        assert expected in _run([str(python.with_name("peerguide")), *words], tmp_path), words
    where = _run([str(python), "-c", "import peerguide; print(peerguide.__file__)"], tmp_path)
    assert (str(tmp_path) in where) is (how == "wheel")
    assert "Value 7" in _run([str(python), "-m", "peerguide", "value", "7"], tmp_path)
