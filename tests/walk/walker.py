"""Doing what a page says: in a folder of its own, with an empty data folder, with the wheel's program."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import struct
import subprocess
import tempfile
import urllib.request
import zlib
from dataclasses import dataclass, field
from pathlib import Path

import hosts
import openpyxl
from pages import Step, command_of

REPORTING = {
    ("compare",), ("amend", "read"), ("amend", "apply"), ("amend", "check"), ("amend", "prove"),
    ("amend", "write"), ("verify",), ("templates", "check"), ("templates", "diff"), ("decrees", "verify"),
    ("decrees", "cite"), ("check",), ("dossier", "check"), ("opinions",),
}  # fmt: skip
"""Commands that leave with 1 where there is something to report."""

LONGEST = 90
"""Seconds a command may take: LibreOffice's first start on a busy machine takes twenty."""

BEGINNINGS = {".docx": b"PK", ".xlsx": b"PK", ".zip": b"PK", ".pdf": b"%PDF", ".html": b"<!"}
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+\S*?(?=[\s)]|$)")


SHELL = frozenset("|;&<>$*`(")
"""Signs of a line that a shell must read."""

ALWAYS_STARTED = {("batch",)}
"""Commands that start processes of their own."""


@dataclass
class Installed:
    """The program in an environment of its own.

    Attributes:
        scripts: The folder that holds it.
    """

    scripts: Path
    _server: subprocess.Popen[str] | None = None

    @property
    def forks(self) -> bool:
        """Whether this system can fork a started program."""
        return hasattr(os, "fork")

    def forked(self, words: list[str], folder: Path, env: dict[str, str], seconds: float) -> tuple[int, str]:
        """Exit code and output of a command, run by a fork of the started program."""
        if self._server is None:
            self._server = subprocess.Popen(
                [self.scripts / "python", Path(__file__).with_name("forking.py")], env=env, text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            )  # fmt: skip
        with tempfile.TemporaryDirectory() as place:
            out = Path(place) / "out"
            order = {"words": words, "cwd": str(folder), "env": env, "out": str(out), "seconds": seconds}
            self._server.stdin.write(json.dumps(order) + "\n")
            self._server.stdin.flush()
            code = int(self._server.stdout.readline())
            return code, out.read_text("utf-8", "replace")

    def stop(self) -> None:
        """Let the started program go."""
        if self._server is not None:
            self._server.communicate()


@dataclass
class Walker:
    """A reader who does everything that a page says.

    Args:
        program: The installed program.
        folder: Where the reader is; empty at first.
        data: The user's data folder; it need not exist.
        starts: Whether each command is the installed program started anew, as a reader starts it; else plain ones
            are run by forks of one that is started already, which takes a third of the time.
    """

    program: Installed
    folder: Path
    data: Path
    starts: bool = True
    env: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        keep = {key: value for key, value in os.environ.items() if not key.startswith(("KCDOCS_", "PYTHON"))}
        path = f"{self.program.scripts}{os.pathsep}{os.environ['PATH']}"
        self.env = {
            **keep,
            "PATH": path,
            "KCDOCS_DATA": str(self.data),
            "PYTHONIOENCODING": "utf-8",
        }

    def take(self, step: Step) -> str:
        """Take one step; what is wrong with it, empty if it is as the page says."""
        return getattr(self, f"_{step.kind}")(step)

    def _type(self, step: Step) -> str:
        path = self.folder / step.words
        if step.language == "excel":
            return _typed_into(path, step.body)
        if step.language == "png":
            path.write_bytes(_picture(*map(int, re.findall(r"\d+", step.body[0]))))
            return ""
        if step.language != "word":
            path.write_text("\n".join(step.body) + "\n", "utf-8")
            return ""
        hosts.typed(step.body).save(str(path))
        return ""

    def _read(self, step: Step) -> str:
        found = sorted(self.folder.glob(step.words))
        if len(found) != 1:
            return f"{step.words}: {len(found)} such files"
        said = _lines_of(found[0])
        if not any(line.startswith(hosts.BORDER) for line in step.body):
            said = [line for line in said if not line.startswith(hosts.BORDER)]
        start = said.index(step.body[0]) if step.body[0] in said else 0
        return "" if said[start : start + len(step.body)] == list(step.body) else "\n".join(said)

    def _named(self, step: Step) -> str:
        path, command, rest = command_of(step.words)
        if not path:
            return "no such command"
        options = {name for parameter in command.params for name in (*parameter.opts, "--help")}
        unknown = [word for word in rest if word.startswith("--") and word not in options]
        return f"no such option: {unknown}" if unknown else ""

    def _run(self, step: Step) -> str:
        if step.words.startswith("cd "):
            self.folder = self.folder / step.words[3:]
            return "" if self.folder.is_dir() else "no such folder"
        if step.words.startswith("kcdocs serve") or any(ADDRESS.search(line) for line in step.body):
            return self._serve(step)
        code, said = self._answer(step.words)
        faults = [*_code(step.words, code), *_lines(step.body, said), *self._made(step.words)]
        return "\n".join([*faults, said]) if faults else ""

    def _answer(self, words: str) -> tuple[int, str]:
        """Exit code and output."""
        plain = words.startswith("kcdocs ") and not set(words) & SHELL
        if self.starts or not plain or command_of(words)[0] in ALWAYS_STARTED or not self.program.forks:
            return self._started(words)
        return self.program.forked(shlex.split(words)[1:], self.folder, self.env, LONGEST)

    def _started(self, words: str) -> tuple[int, str]:
        started = subprocess.Popen(
            words, shell=True, executable="bash", cwd=self.folder, env=self.env, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            said, _ = started.communicate(timeout=LONGEST)
        except subprocess.TimeoutExpired:
            os.killpg(started.pid, signal.SIGKILL)
            said, _ = started.communicate()
        return started.returncode, said.decode("utf-8", "replace")

    def _made(self, words: str) -> list[str]:
        if "--dry-run" in words:
            return []
        names = re.findall(r"(?:--(?:out|zip|merge|marked)|(?<=\s)>) (\S+)", words)
        return [fault for name in names for fault in _like_its_name(self.folder / shlex.split(name)[0])]

    def _serve(self, step: Step) -> str:
        """Start what the page says serves an address, ask that address, stop it."""
        command = f"exec {step.words}"
        server = subprocess.Popen(
            command, shell=True, executable="bash", cwd=self.folder, env={**self.env, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            said = next((line for line in map(bytes.decode, server.stdout) if ADDRESS.search(line)), "")
            if not said:
                return "it names no address of this machine"
            with urllib.request.urlopen(ADDRESS.search(said)[0], timeout=20) as answer:
                return "" if answer.status == 200 else f"answers {answer.status}"
        finally:
            server.terminate()
            server.wait(20)
            server.stdout.close()


def _picture(wide: int, high: int) -> bytes:
    """A grey PNG picture, ten points a millimetre."""
    wide, high = 10 * wide, 10 * high
    rows = zlib.compress(high * (b"\0" + wide * b"\x80"))
    parts = ((b"IHDR", struct.pack(">2I5B", wide, high, 8, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def _typed_into(path: Path, lines: tuple[str, ...]) -> str:
    """Type into cells of a sheet that a command made: "row | column | value", by the first cell and the head."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = next(row for row in range(1, 9) if sheet.cell(row, 2).value)
    columns = {cell.value: cell.column for cell in sheet[head]}
    rows = {sheet.cell(row, 1).value: row for row in range(head + 1, sheet.max_row + 1)}
    for line in lines:
        row, column, value = (word.strip() for word in line.split("|"))
        if row not in rows or column not in columns:
            return f"{path.name} has no cell for: {line}"
        sheet.cell(rows[row], columns[column]).value = value
    book.save(path)
    return ""


def _code(words: str, code: int) -> list[str]:
    path = command_of(words)[0] if words.startswith("kcdocs ") else ()
    return [] if code == 0 or (code == 1 and path in REPORTING) else [f"exit code {code}"]


def _lines(expected: tuple[str, ...], said: str) -> list[str]:
    lines = [line.rstrip() for line in said.splitlines()]
    return [
        f"does not print: {line}" for line in expected if line.strip() not in ("", "…") and line not in lines
    ]


def _like_its_name(path: Path) -> list[str]:
    if not path.exists() or (path.is_dir() and not any(path.iterdir())):
        return [f"{path.name} is not there"]
    if path.is_dir():
        return []
    data = path.read_bytes()
    if path.suffix == ".json":
        json.loads(data)
    fits = data.startswith(BEGINNINGS.get(path.suffix, b""))
    return [] if data and fits else [f"{path.name} is not what its name says"]


def _lines_of(path: Path) -> list[str]:
    if path.suffix == ".docx":
        return hosts.lines_of(path)
    return [line.rstrip() for line in path.read_text("utf-8").splitlines()]
