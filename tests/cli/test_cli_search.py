"""`kcdocs decrees search`: what is printed of what was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kcdocs.cli import main

TEXT = """CHÍNH PHỦ
Số: 7/2020/NĐ-CP
NGHỊ ĐỊNH
Về nghề dệt
Điều 1. Phạm vi
{clauses}
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2020."""


@dataclass(frozen=True)
class _Said:
    """What a command said, and how it ended."""

    stdout: str
    stderr: str
    exit_code: int


Run = Callable[..., _Said]


@pytest.fixture
def run(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command as a person types it; a decree of 22 clauses is in the store."""

    def said(*words: str) -> _Said:
        monkeypatch.setattr("sys.argv", ["kcdocs", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        return _Said(*capfd.readouterr(), int(ended.value.code or 0))

    path = tmp_path / "van-ban.txt"
    clauses = "\n".join(f"{one}. Thợ khung cửi bậc {one} được nhận chỉ màu." for one in range(1, 23))
    path.write_text(TEXT.format(clauses=clauses), "utf-8")
    assert said("decrees", "add", str(path)).exit_code == 0
    return said


def test_each_provision_is_printed_with_its_instrument_and_its_place(run: Run) -> None:
    done = run("decrees", "search", "khung", "cui", "bac 12")

    assert done.exit_code == 0
    assert done.stdout == ("7/2020/NĐ-CP, khoản 12 Điều 1: Thợ khung cửi bậc 12 được nhận chỉ màu.\n")
    assert "1 điều khoản có đủ các từ." in done.stderr


def test_more_than_twenty_say_how_to_go_on(run: Run) -> None:
    first = run("decrees", "search", "khung cửi")
    rest = run("decrees", "search", "khung cửi", "--skip", "20")
    past = run("decrees", "search", "khung cửi", "--skip", "22")

    assert "22 điều khoản có đủ các từ; xem tiếp: thêm --skip 20." in first.stderr
    assert len({*first.stdout.splitlines(), *rest.stdout.splitlines()}) == 22
    assert (past.exit_code, past.stdout) == (1, "")
    assert "Không có điều khoản nào khác." in past.stderr


@pytest.mark.parametrize(("counted", "told"), [(22, "22 điều khoản có"), (21, "Hơn 21 điều khoản có")])
def test_more_than_are_counted_are_told_as_more(
    run: Run, monkeypatch: pytest.MonkeyPatch, counted: int, told: str
) -> None:
    monkeypatch.setattr("kcdocs.decrees.limits.COUNTED", counted)

    first = run("decrees", "search", "khung cửi")
    past = run("decrees", "search", "khung cửi", "--skip", str(counted))

    assert first.stderr.startswith(f"{told} đủ các từ; xem tiếp: thêm --skip 20.")
    assert (past.exit_code, past.stdout) == (1, "")
    assert ("hãy gõ thêm từ" in past.stderr) == told.startswith("Hơn")


def test_nothing_found_ends_with_one(run: Run) -> None:
    done = run("decrees", "search", "guốc mộc")

    assert (done.exit_code, done.stdout) == (1, "")
    assert "Không có điều khoản nào có đủ các từ ấy." in done.stderr


def test_a_text_that_cannot_be_read_is_told(run: Run, data_folder: Path) -> None:
    (path,) = (data_folder / "decrees" / "7-2020-nd-cp").glob("*.json")
    path.write_text("hỏng", "utf-8")

    done = run("decrees", "search", "khung cửi")

    assert done.exit_code == 1
    assert "Chưa tìm được trong một văn bản:" in done.stderr
