"""Commands that keep something, killed (`kill -9`) at a moment by chance; and a look at what they left, without kcdocs.

Each scenario has steps that are taken in turn. A step that was killed is taken again until it ends by itself, as a
user would. After every kill and at the end the folder is looked at.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import time
import tomllib
import zipfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from trial import become

from kcdocs.settings import shipped

ENV = {"KCDOCS_DATA": "data", "KCDOCS_TEMPLATES": "mau"}
BOOK = "QĐ-BCT/2026"
BLOCK = 3  # numbers of one reservation
FIRST_SECONDS = 0.05  # what a command is taken to last until one of its kind ended
TEMPORARY = re.compile(r"\.kcdocs-\w+\.tmp")
LOCKS = {".khoa"}

Look = Callable[[Path, int], None]


@dataclass(frozen=True)
class Scenario:
    """What is done and killed.

    Attributes:
        prepare: Fills an empty folder; gives the steps, each the words of a command.
        look: Raises AssertionError if the folder is not whole after that many finished steps.
    """

    prepare: Callable[[Path], Sequence[Sequence[str]]]
    look: Look


def kill_at_random(scenario: Scenario, folder: Path, chance: random.Random, kills: int) -> int:
    """Take a scenario's steps, with at most that many kills; how many struck.

    Raises:
        AssertionError: If something is not whole.
    """
    steps = scenario.prepare(folder)
    struck, took = 0, dict[str, float]()
    for done, words in enumerate(steps):
        killed = False
        while True:
            begin = time.perf_counter()
            strike = struck < kills and chance.random() < 0.9
            # The first at once, so that one strikes however long the others take on this machine today.
            delay = chance.uniform(0, took.get(words[0], FIRST_SECONDS)) if struck else 0.0
            code = _run(words, folder, delay if strike else None)
            if code != -signal.SIGKILL:
                took[words[0]] = time.perf_counter() - begin
                break
            struck, killed = struck + 1, True
            scenario.look(folder, done)
        # What was killed after its work was done is refused a second time; the look tells whether it was done.
        assert code in (0, 1) or killed, (words, code, (folder / ".printed").read_text("utf-8"))
        scenario.look(folder, done + 1)
    _nothing_left(folder)
    return struck


def _run(words: Sequence[str], folder: Path, delay: float | None) -> int:
    child = os.fork()
    if child == 0:
        become(words, folder, ENV, folder / ".printed")
    if delay is not None:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _nothing_left(folder: Path) -> None:
    """Whatever begins with a dot is a temporary file that nothing reads, or a lock."""
    odd = [p for p in folder.rglob(".*") if not TEMPORARY.fullmatch(p.name) and p.name not in LOCKS]
    assert {path.name for path in odd} <= {".printed"}


def _texts(folder: Path) -> Sequence[Sequence[str]]:
    model = shipped("decrees") / "mo-phong-lang-nghe" / "van-ban.txt"
    shutil.copy(model, folder / "goc.txt")
    return [["decrees", "add", "goc.txt", "--as", f"{number}/2012/NĐ-CP"] for number in range(1, 8)]


def _look_at_texts(folder: Path, done: int) -> None:
    wanted = [line.strip() for line in (folder / "goc.txt").read_text("utf-8").splitlines() if line.strip()]
    kept = sorted((folder / "data" / "decrees").rglob("*.json"))
    for file in kept:
        seal, _, text = file.read_bytes().partition(b"\n")
        assert hashlib.sha256(text).hexdigest() == seal.decode("ascii")
        lines = json.loads(text)["reading"]["lines"]
        assert [line["text"].strip() for line in lines if line["text"].strip()] == wanted
    names = {file.parent.name for file in kept}
    assert {f"{number}-2012-nd-cp" for number in range(1, done + 1)} <= names
    assert len(names) <= done + 1


def _many_texts(folder: Path) -> Sequence[Sequence[str]]:
    model = (shipped("decrees") / "mo-phong-lang-nghe" / "van-ban.txt").read_text("utf-8")
    (folder / "goc.txt").write_text(model, "utf-8")
    (folder / "van-ban").mkdir()
    for number in range(1, 8):
        text = re.sub(r"(?m)^Số:.*$", f"Số: {number}/2012/NĐ-CP", model)
        (folder / "van-ban" / f"{number}.txt").write_text(text, "utf-8")
    return [["decrees", "add", "van-ban", "--jobs", "1"]]


def _look_at_many_texts(folder: Path, done: int) -> None:
    kept = sorted((folder / "data" / "decrees").rglob("*.json"))
    for file in kept:
        seal, _, text = file.read_bytes().partition(b"\n")
        assert hashlib.sha256(text).hexdigest() == seal.decode("ascii")
    names = {file.parent.name for file in kept}
    assert names == {f"{number}-2012-nd-cp" for number in range(1, 8)} or not done


def _versions(folder: Path) -> Sequence[Sequence[str]]:
    for name in ("khoi", "to-trinh", "thong-tu-thay-the", "nghi-dinh-sua-doi"):
        shutil.copytree(shipped("templates") / name, folder / "mau" / name)
    found = sorted(path.parent for path in (folder / "mau").glob("*/*/set.toml"))
    return [["templates", "release", f"{path.parent.name}@{path.name}"] for path in found]


def _look_at_versions(folder: Path, done: int) -> None:
    file = folder / "mau" / "released.toml"
    entries = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
    assert len(entries) in (done, done + 1)
    assert all(re.fullmatch("[0-9a-f]{64}", entry["sha256"]) for entry in entries.values())


def _book(_folder: Path) -> Sequence[Sequence[str]]:
    taken = [["register", "reserve", BOOK, "--count", str(BLOCK), "--for", f"P{n}"] for n in range(1, 8)]
    return [["register", "open", BOOK], *taken]


def _look_at_book(folder: Path, done: int) -> None:
    file = folder / "data" / "so-dang-ky.sqlite"
    if done == 0:
        return
    with closing(sqlite3.connect(file)) as register:
        assert register.execute("pragma integrity_check").fetchall() == [("ok",)]
        numbers = [number for (number,) in register.execute("select number from numbers order by number")]
        ((following,),) = register.execute("select following from series").fetchall()
        blocks = register.execute("select holder, count(*) from numbers group by holder").fetchall()
    assert numbers == list(range(1, following))
    assert all(count % BLOCK == 0 for _, count in blocks)
    assert {f"P{n}" for n in range(1, done)} <= {holder for holder, _ in blocks}


def _backups(folder: Path) -> Sequence[Sequence[str]]:
    become_whole = ["register", "open", BOOK]
    assert _run(become_whole, folder, None) == 0
    return [
        step
        for n in range(1, 4)
        for step in (
            ["register", "reserve", BOOK, "--count", str(BLOCK), "--for", f"P{n}"],
            ["backup", f"{n}.zip"],
            ["restore", f"{n}.zip", "--force"],
        )
    ]


def _look_at_backups(folder: Path, done: int) -> None:
    """Every backup that stands there is whole; the data folder is, or waits whole under its other name."""
    for path in folder.glob("*.zip"):
        with zipfile.ZipFile(path) as packed:
            said = json.loads(packed.read("muc-luc.json"))["files"]
            assert {hashlib.sha256(packed.read(name)).hexdigest() for name in said} == {
                item["sha256"] for item in said.values()
            }
    standing = folder / "data" if (folder / "data").exists() else folder / "data.kcdocs-moi"
    with closing(sqlite3.connect(standing / "so-dang-ky.sqlite")) as register:
        assert register.execute("pragma integrity_check").fetchall() == [("ok",)]
        ((following,),) = register.execute("select following from series").fetchall()
    assert following - 1 >= BLOCK * (-(-done // 3))


SCENARIOS = {
    "backup and restore": Scenario(_backups, _look_at_backups),
    "decrees add": Scenario(_texts, _look_at_texts),
    "decrees add, many": Scenario(_many_texts, _look_at_many_texts),
    "templates release": Scenario(_versions, _look_at_versions),
    "register": Scenario(_book, _look_at_book),
}
