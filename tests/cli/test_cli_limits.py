"""Each threshold of the room, just below and just above."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from yaml import safe_load as read_yaml

from kcdocs.cli import progress, root
from kcdocs.cli.door import unforeseen
from kcdocs.cli.guess import near, near_files
from kcdocs.cli.progress import Progress

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "decrees" / "mo-phong-lang-nghe"


def run(words: list[str]) -> None:
    """Run a command, whatever its exit code."""
    with pytest.raises(SystemExit):
        root.main(words, prog_name="kcdocs")


class Clock:
    """A clock that stands until it is set."""

    now = 0.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    return clock


@pytest.mark.parametrize(("columns", "widest"), [(99, 99), (100, 100), (101, 100), (300, 100)])
@pytest.mark.parametrize(
    "words",
    [
        ["compare", str(MODEL / "van-ban.txt"), str(MODEL / "du-thao-thay-the.txt")],
        ["templates", "show", "quyet-dinh-cong-bo-tthc"],
    ],
    ids=["compare", "templates show"],
)
def test_a_report_on_the_screen_is_at_most_100_columns_wide(
    words: list[str],
    columns: int,
    widest: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    run(words)

    assert max(map(len, capsys.readouterr().out.splitlines())) in {widest - 1, widest}


@pytest.mark.parametrize(("count", "more"), [(40, ""), (41, "… và 1 văn bản nữa.")])
def test_forty_documents_of_a_plan_are_told_one_by_one(
    count: int, more: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example = read_yaml((ROOT / "templates" / "to-trinh" / "1.0.0" / "example.yaml").read_text("utf-8"))
    records = tmp_path / "ho-so.json"
    records.write_text(json.dumps([example | {"so": number} for number in range(1, count + 1)], default=str))
    run(["batch", "to-trinh", str(records), "--out", str(tmp_path / "ra"), "--dry-run"])

    lines = capsys.readouterr().out.splitlines()
    assert sum(" → " in line for line in lines) == 40
    assert lines[40:-1] == ([more] if more else [])


@pytest.mark.parametrize(("typed", "meant"), [("abcde", ["abcxy"]), ("abcdef", [])])
def test_six_letters_of_ten_make_a_word_near(typed: str, meant: list[str]) -> None:
    """Of five and five letters three are shared; of six and five the same three are too few."""
    assert near(typed, ["abcxy"]) == meant


@pytest.mark.parametrize(("typed", "meant"), [("abcdefxy", ["abcdefqw"]), ("abcdefxyz", [])])
def test_three_letters_of_four_make_a_file_near(typed: str, meant: list[str], tmp_path: Path) -> None:
    (tmp_path / "abcdefqw").touch()

    assert near_files(tmp_path / typed) == [str(tmp_path / name) for name in meant]


@pytest.mark.parametrize("known", [3, 4])
def test_a_question_offers_three_names(known: int, tmp_path: Path) -> None:
    names = [f"du-thao-{number}" for number in range(known)]
    for name in names:
        (tmp_path / name).touch()

    assert len(near("du-thao", names)) == 3
    assert len(near_files(tmp_path / "du-thao")) == 3


@pytest.mark.parametrize(("ordinal", "found"), [(1_999, True), (2_000, False)])
def test_two_thousand_files_of_a_folder_are_looked_at(ordinal: int, found: bool, tmp_path: Path) -> None:
    for number in range(2_001):
        (tmp_path / hashlib.md5(b"%d" % number).hexdigest()).touch()
    path = list(tmp_path.iterdir())[ordinal]

    assert near_files(path) == ([str(path)] if found else [])


def _recursion(depth: int) -> None:
    if depth:
        _recursion(depth - 1)
    raise ZeroDivisionError


@pytest.mark.parametrize(("calls", "left_out"), [(40, 0), (41, 1)])
def test_forty_calls_of_a_crash_are_kept(calls: int, left_out: int, data_folder: Path) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        _recursion(calls - 2)  # the call at depth 0 and this test are the other two
    unforeseen(caught.value, ["show"])

    kept = next((data_folder / "su-co").iterdir()).read_text("utf-8").splitlines()
    assert sum("test_cli_limits.py:" in line for line in kept) == 40
    assert [line for line in kept if line.endswith(" more")] == ([f"  … {left_out} more"] if left_out else [])


@pytest.mark.parametrize(("faults", "kept"), [(7, 7), (8, 8), (9, 8)])
def test_eight_faults_of_a_chain_are_kept(faults: int, kept: int, data_folder: Path) -> None:
    fault: BaseException | None = None
    for _ in range(faults):
        cause, fault = fault, ZeroDivisionError()
        fault.__cause__ = cause
    unforeseen(fault, ["show"])

    details = next((data_folder / "su-co").iterdir()).read_text("utf-8")
    assert details.count("ZeroDivisionError") == kept


def test_a_line_is_told_every_thousand_documents(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    tell = Progress("auto")
    for done in (999, 1_000, 1_999, 2_000, 2_500):
        tell("lap", done, 5_000)

    assert capsys.readouterr().err.splitlines() == [
        "Lập văn bản: 1000/5000",
        "Lập văn bản: 2000/5000",
    ]


def test_of_one_record_of_an_unknown_number_nothing_is_told(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    tell = Progress("json")
    clock.now = 5.0
    tell("kiem-tra", 1, 0)
    assert capsys.readouterr().err == ""

    tell("kiem-tra", 2, 0)
    assert json.loads(capsys.readouterr().err)["done"] == 2


class Terminal:
    """What a bar is written to."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.written.append(text)

    def flush(self) -> None:
        pass


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    terminal = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=terminal))
    return terminal


def test_the_bar_has_24_columns(clock: Clock, terminal: Terminal) -> None:
    tell = Progress("auto")
    clock.now = 1.0
    tell("lap", 12, 24)

    assert f"[{'#' * 12}{'.' * 12}]" in terminal.written[-1]


def test_the_bar_moves_five_times_a_second(clock: Clock, terminal: Terminal) -> None:
    tell = Progress("auto")
    clock.now = 1.0
    for done, now in ((1, 1.0), (2, 1.19), (3, 1.21), (4, 1.39), (5, 1.42)):
        clock.now = now
        tell("lap", done, 10)

    assert [text[text.index("] ") + 2 :].split("/")[0] for text in terminal.written] == ["1", "3", "5"]


def test_an_event_is_told_once_a_second_and_no_rate_before_one(
    clock: Clock, terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    events, bar = Progress("json"), Progress("auto")
    clock.now = 1.0
    for done, now in ((1, 1.0), (2, 1.9), (3, 2.1), (4, 3.0), (5, 3.2)):
        clock.now = now
        events("lap", done, 10)
    assert [json.loads(line)["done"] for line in terminal.written] == [1, 3, 5]

    terminal.written.clear()
    for done, now in ((20, 10.0), (40, 10.9), (60, 11.15)):
        clock.now = now
        bar("lap", done, 100)
    assert ["/giây" in text for text in terminal.written] == [False, False, True]
