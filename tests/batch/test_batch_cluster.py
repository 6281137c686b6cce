"""A batch on a real cluster of this machine gives what one process gives, even if a worker dies."""

from __future__ import annotations

import json
import os
import platform
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest
from batch_material import contents, make, open_book, row, states, write_csv, write_rows

from kcdocs.batch.errors import ClusterLostError, NoClusterError
from kcdocs.convert.errors import NoLibreOfficeError

distributed = pytest.importorskip("distributed", reason="the extra kcdocs[cluster] is not installed")


ROWS = 200
ROOT = Path(__file__).parents[2]


class Cluster:
    """A scheduler and two workers, processes of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._file = folder, folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0")
        self._wait(lambda: self._file.exists() and self._file.read_text().strip().endswith("}"))
        self.address = json.loads(self._file.read_text())["address"]
        self.workers = [self._worker() for _ in range(2)]
        self._wait_for(2)

    @contextmanager
    def third(self, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
        """One worker more for a while."""
        process = self._worker(**environment)
        self._wait_for(3)
        yield process
        process.kill()
        process.wait()
        self._wait(lambda: self._count() == 2)

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()

    def _worker(self, **environment: str) -> subprocess.Popen[bytes]:
        return self._start("worker", "--nthreads", "1", "--no-nanny", **environment)

    def _start(self, kind: str, *words: str, **environment: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--no-dashboard"]
        quiet = subprocess.DEVNULL
        return subprocess.Popen(
            [*command, "--scheduler-file", str(self._file), *words],
            stdout=quiet,
            stderr=quiet,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "KCDOCS_DATA": str(self._folder),
                **environment,
            },
            cwd=self._folder,
        )

    def _wait_for(self, count: int) -> None:
        self._wait(lambda: self._count() == count)

    def _count(self) -> int:
        with distributed.Client(self.address) as client:
            return len(client.nthreads())

    def _wait(self, done: Callable[[], bool]) -> None:
        for _ in range(600):
            if done():
                return
            time.sleep(0.1)
        pytest.fail("the cluster did not start")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    started = Cluster(tmp_path_factory.mktemp("cum"))
    yield started
    started.stop()


@pytest.mark.usefixtures("small_groups")
def test_workers_of_which_one_is_killed_give_the_bytes_of_one_process(
    tmp_path: Path, cluster: Cluster, data_folder: Path
) -> None:
    records = write_rows(tmp_path / "a.csv", ROWS)
    open_book()
    make(records, tmp_path / "mot")
    (data_folder / "so-dang-ky.sqlite").rename(tmp_path / "cu.sqlite")
    open_book()

    def kill(worker: subprocess.Popen[bytes]) -> None:
        while not list((tmp_path / "hai").glob("*.docx")):
            time.sleep(0.005)
        os.kill(worker.pid, signal.SIGKILL)

    with cluster.third() as victim:
        killer = threading.Thread(target=kill, args=(victim,))
        killer.start()
        make(records, tmp_path / "hai", cluster=cluster.address)
        killer.join()
        assert victim.wait() == -signal.SIGKILL

    assert contents(tmp_path / "hai") == contents(tmp_path / "mot")
    assert states() == [(number, "đã cấp") for number in range(41, 41 + ROWS)]


@pytest.mark.usefixtures("soffice")
def test_the_workers_make_the_pdf_files_that_one_process_makes(
    tmp_path: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This process has no LibreOffice while the cluster is at work, so that the workers must have done it."""
    rows = [row(n, so=str(n)) for n in range(1, 5)]
    records = write_csv(tmp_path / "a.csv", rows)
    make(records, tmp_path / "mot", series=None, pdf=True)
    monkeypatch.setattr("kcdocs.convert.limits.FILES_A_START", 2)
    monkeypatch.setenv("PATH", str(tmp_path))

    done = make(records, tmp_path / "hai", series=None, pdf=True, cluster=cluster.address)

    said = texts(tmp_path / "hai")
    assert done.whole
    assert [f"Nguyễn Văn {n}" in text for n, text in enumerate(said, 1)] == [True] * 4
    assert said == texts(tmp_path / "mot")


def texts(out: Path) -> list[str]:
    """The text of each PDF file, by name."""
    found = []
    for path in sorted(out.glob("*.pdf")):
        with pypdfium2.PdfDocument(path) as pdf:
            found.append("\n".join(page.get_textpage().get_text_range() for page in pdf))
    return found


@pytest.mark.usefixtures("soffice")
def test_a_worker_without_libreoffice_is_told_by_name_before_anything_is_made(
    tmp_path: Path, cluster: Cluster
) -> None:
    records = write_rows(tmp_path / "a.csv", 1)
    with (
        cluster.third(PATH=str(tmp_path)),
        pytest.raises(NoLibreOfficeError, match=f"Chưa cài LibreOffice trên máy «{platform.node()}»"),
    ):
        make(records, tmp_path / "ra", series=None, pdf=True, cluster=cluster.address)
    assert not (tmp_path / "ra").exists()


def test_a_cluster_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kcdocs.batch.executors._WAIT", "1s")
    open_book()
    with pytest.raises(NoClusterError, match="không kết nối được"):
        make(write_rows(tmp_path / "a.csv", 1), tmp_path / "ra", cluster="tcp://127.0.0.1:9")
    assert not (tmp_path / "ra").exists()


@pytest.mark.usefixtures("small_groups")
def test_a_cluster_lost_midway_is_told_and_the_batch_goes_on_without_it(
    tmp_path: Path, cluster: Cluster, capfd: pytest.CaptureFixture[str]
) -> None:
    """The last of the tests: the cluster is lost for all."""
    open_book()
    count = 2 * ROWS  # more groups than are handed out before the first is back
    records = write_rows(tmp_path / "a.csv", count)

    def kill(step: str, *_: int) -> None:
        if step == "lap":
            cluster.scheduler.kill()

    with pytest.raises(ClusterLostError, match="Mất liên lạc với cụm máy"):
        make(records, tmp_path / "ra", cluster=cluster.address, tell=kill)
    cluster.stop()

    assert "Traceback" not in capfd.readouterr().err
    assert make(records, tmp_path / "ra", resume=True).whole
    assert states() == [(number, "đã cấp") for number in range(41, 41 + count)]
