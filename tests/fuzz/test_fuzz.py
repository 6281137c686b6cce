"""Spoilt files of every kind, each through a command that opens it: a result or sentences, never a crash."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no fork", allow_module_level=True)

import fuzzing
import seeds

pytestmark = pytest.mark.xdist_group("fuzz")  # the material is made once, in one worker

COUNT = 300
PARTS = 10


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound file of each kind; PDF and DOC files, which LibreOffice would have to make, are the benchmark's."""
    folder = tmp_path_factory.mktemp("lanh")
    seeds.make(folder, office=False)
    fuzzing.make_ready(folder)
    return folder


@pytest.mark.parametrize("part", range(PARTS))
def test_a_spoilt_file_is_answered_with_a_result_or_a_sentence(
    material: Path, tmp_path: Path, part: int
) -> None:
    count = COUNT // PARTS
    told = []
    for case in fuzzing.cases(seeds.kinds(material), part * count, count, every=False):
        ended, faults = fuzzing.put_to(case, material, tmp_path / "hong")
        shutil.rmtree(tmp_path / "hong", ignore_errors=True)
        told += [f"{case}: {faults}\n{ended.out[:2000]}"] * bool(faults)
    assert not told
