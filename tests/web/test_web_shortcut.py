"""The shortcut on the desktop."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from kcdocs.web.errors import OtherShortcutError
from kcdocs.web.shortcut import place_shortcut, shortcut


def test_windows_gets_a_command_file_that_shows_vietnamese() -> None:
    name, words = shortcut("win32", "C:\\Chương trình 100%\\python.exe")
    assert name == "kcdocs.cmd"
    assert (
        words.decode()
        == '@echo off\r\nchcp 65001 >nul\r\n"C:\\Chương trình 100%%\\python.exe" -m kcdocs serve\r\n'
    )


def test_macos_gets_a_command_file() -> None:
    name, words = shortcut("darwin", "/Users/lan anh/bin/python3")
    assert name == "kcdocs.command"
    assert words.decode() == "#!/bin/sh\nexec '/Users/lan anh/bin/python3' -m kcdocs serve\n"


def test_signs_of_a_path_are_quoted_as_the_desktop_entry_specification_says() -> None:
    _, words = shortcut("linux", '/opt/a "b" $c/100%/python')
    assert 'Exec="/opt/a \\\\"b\\\\" \\\\$c/100%%/python" -m kcdocs serve' in words.decode()


def test_another_file_of_that_name_is_left_alone(tmp_path: Path) -> None:
    path = place_shortcut(tmp_path)
    assert place_shortcut(tmp_path) == path
    path.write_text("của người khác", encoding="utf-8")
    with pytest.raises(OtherShortcutError) as refused:
        place_shortcut(tmp_path)
    assert refused.value.code == "WB107"
    assert path.read_text(encoding="utf-8") == "của người khác"


@pytest.mark.skipif(sys.platform != "linux", reason="the shortcut of Linux")
def test_what_the_shortcut_of_linux_starts_is_the_page(tmp_path: Path) -> None:
    place_shortcut(tmp_path)
    entry = (tmp_path / "kcdocs.desktop").read_text(encoding="utf-8")
    found = re.search(r"^Exec=(.*)$", entry, re.MULTILINE)
    assert found
    env = {
        **os.environ,
        "KCDOCS_DATA": str(tmp_path / "data"),
        "PYTHONUNBUFFERED": "1",
        "BROWSER": "/bin/false",
    }
    started = subprocess.Popen(
        shlex.split(found[1]),
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    try:
        assert started.stdout
        said = next(line for line in started.stdout if "http://" in line)
        address = re.search(r"http://[^\s)]+", said)
        assert address
        with urllib.request.urlopen(address[0], timeout=20) as answer:
            assert answer.status == 200
    finally:
        os.killpg(started.pid, signal.SIGTERM)
        started.wait(20)
        if started.stdout:
            started.stdout.close()
