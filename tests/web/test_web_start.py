"""Starting the page as a person does."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from page_runner import Served, start, stop


def _serve(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kcdocs", "serve", *words],
        env={**os.environ, "KCDOCS_DATA": str(data)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_a_second_start_leads_to_the_page_that_runs(served: Served) -> None:
    second = _serve(served.data, "--no-browser")
    assert second.returncode == 0
    assert served.home in second.stdout
    assert "đã chạy từ trước" in second.stdout


def test_the_address_lives_on_when_the_page_is_started_again(tmp_path: Path) -> None:
    first = start(tmp_path)
    stop(first)
    again = start(tmp_path)
    stop(again)
    assert urlsplit(again.home).path == urlsplit(first.home).path
    assert again.entrance != first.entrance


def test_word_of_a_page_that_died_leads_nobody_astray(tmp_path: Path) -> None:
    first = start(tmp_path)
    first.process.kill()
    first.process.wait(20)
    assert (tmp_path / "web" / "chay.json").exists()
    again = start(tmp_path)
    try:
        split = urlsplit(again.entrance)
        asked = http.client.HTTPConnection("127.0.0.1", split.port, timeout=20)
        asked.request("GET", f"{split.path}?{split.query}")
        assert asked.getresponse().status == 200
        asked.close()
    finally:
        stop(again)
        assert first.process.stdout
        first.process.stdout.close()


def test_a_port_that_is_taken_is_told(served: Served, tmp_path: Path) -> None:
    refused = _serve(tmp_path / "other", "--no-browser", "--port", str(urlsplit(served.home).port))
    assert refused.returncode == 6
    assert "WB101" in refused.stderr


def test_a_folder_that_others_may_open_is_refused(tmp_path: Path) -> None:
    (tmp_path / "web").mkdir(mode=0o755)
    (tmp_path / "web").chmod(0o755)
    refused = _serve(tmp_path, "--no-browser")
    assert refused.returncode == 6
    assert "WB102" in refused.stderr


def test_starting_loads_no_room_but_the_page() -> None:
    asked = "import sys, kcdocs.web.app, kcdocs.web.start; print(*sorted(name for name in sys.modules if name.startswith('kcdocs.')))"
    found = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    ).stdout.split()
    rooms = {name.split(".")[1] for name in found}
    assert rooms <= {"web", "errors", "codes", "files", "private", "settings"}
