"""A batch on a real cluster of this machine gives the bytes of one process, even if a worker dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch_material import contents, make, open_book, states, write_rows

from kcdocs.batch.errors import NoClusterError

pytest.importorskip("distributed", reason="the extra kcdocs[cluster] is not installed")

ROWS = 600
ROOT = Path(__file__).parents[2]


class Cluster:
    """A scheduler and two workers, processes of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.address = ""
        self.workers: list[subprocess.Popen[bytes]] = []
        file = folder / "scheduler.json"
        quiet = ["--no-dashboard", "--scheduler-file", str(file)]
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0", *quiet)
        self._wait(file.exists)
        self.workers = [
            self._start(
                "worker", "--nthreads", "1", "--no-nanny", "--no-dashboard", "--scheduler-file", str(file)
            )
            for _ in range(2)
        ]
        import json

        self._wait(lambda: file.read_text().strip().endswith("}"))
        self.address = json.loads(file.read_text())["address"]
        from distributed import Client

        with Client(self.address) as client:
            client.wait_for_workers(2, timeout=60)

    def _start(self, kind: str, *words: str) -> subprocess.Popen[bytes]:
        quiet = subprocess.DEVNULL
        command = [sys.executable, "-m", "distributed.cli.dask_" + kind, *words]
        return subprocess.Popen(command, stdout=quiet, stderr=quiet, env=self._environment, cwd=self._folder)

    def _wait(self, done) -> None:
        for _ in range(600):
            if done():
                return
            time.sleep(0.1)
        pytest.fail("the cluster did not start")

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    folder = tmp_path / "cum"
    folder.mkdir()
    started = Cluster(folder)
    yield started
    started.stop()


def test_two_workers_of_which_one_is_killed_give_the_bytes_of_one_process(
    tmp_path: Path, cluster: Cluster, data_folder: Path
) -> None:
    records = write_rows(tmp_path / "a.csv", ROWS)
    open_book()
    make(records, tmp_path / "mot")
    (data_folder / "so-dang-ky.sqlite").rename(tmp_path / "cu.sqlite")
    open_book()

    def kill_a_worker() -> None:
        while not list((tmp_path / "hai").glob("*.docx")):
            time.sleep(0.005)
        os.kill(cluster.workers[0].pid, signal.SIGKILL)

    killer = threading.Thread(target=kill_a_worker)
    killer.start()
    make(records, tmp_path / "hai", cluster=cluster.address)
    killer.join()

    assert cluster.workers[0].wait() == -signal.SIGKILL
    assert contents(tmp_path / "hai") == contents(tmp_path / "mot")
    assert states() == [(number, "đã cấp") for number in range(41, 41 + ROWS)]


def test_a_cluster_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kcdocs.batch.executors._WAIT", "1s")
    open_book()
    with pytest.raises(NoClusterError, match="không kết nối được"):
        make(write_rows(tmp_path / "a.csv", 1), tmp_path / "ra", cluster="tcp://127.0.0.1:9")
    assert not (tmp_path / "ra").exists()
