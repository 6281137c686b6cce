"""Workers: what is wrong in another process is told as it would be here."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from kcdocs.batch.executors import workers
from kcdocs.batch.making import Task, make
from kcdocs.sets.errors import UnknownSetError


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_worker_that_lacks_the_set_says_so(tmp_path: Path, jobs: int) -> None:
    task = Task("khong-co", "1", {}, tmp_path, 1, 0, pickle.dumps([]), {}, tmp_path)

    with workers(jobs) as those, pytest.raises(UnknownSetError, match="«khong-co»"):
        list(those.map(make, [task]))
