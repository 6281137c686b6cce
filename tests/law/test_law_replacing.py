"""More than half of the articles: one count for comparing and for checking an amending draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcdocs.cli import root
from kcdocs.diff.compare import compare
from kcdocs.law.replacing import share
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading
from kcdocs.report.statistics import statistics

_HEAD = "CHÍNH PHỦ\nSố: {}\nHà Nội, ngày 05 tháng 3 năm 2031\nNGHỊ ĐỊNH\n{}\n"
_OLD = _HEAD.format("4/2029/NĐ-CP", "Về nghề dệt") + "".join(
    f"Điều {n}. Việc thứ {n}\n1. Thợ dệt số {n} được cấp một khung cửi.\n2. Khung cửi số {n} để ở đình.\n"
    for n in range(1, 6)
)
_DRAFT = _HEAD.format("…/2031/NĐ-CP", "Sửa đổi, bổ sung một số điều của Nghị định số 4/2029/NĐ-CP")


def _run(words: list[str]) -> None:
    """As a person runs it; the exit code, which says that there are findings, does not matter here."""
    root.main(words, standalone_mode=False)


_EFFECT = "Điều 2. Hiệu lực\nNghị định này có hiệu lực thi hành từ ngày 05 tháng 6 năm 2031.\n"


def _draft(*commands: str) -> str:
    rows = "".join(f"{n}. {command}\n" for n, command in enumerate(commands, 1))
    title = "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 4/2029/NĐ-CP\n"
    return f"{_DRAFT}{title}{rows}{_EFFECT}"


def _replaced(article: int, clause: int = 1) -> str:
    words = f"“{clause}. Thợ rèn số {article} được cấp hai lò than mỗi năm.”."
    return f"Sửa đổi, bổ sung khoản {clause} Điều {article} như sau:\n{words}"


@pytest.mark.parametrize(
    ("commands", "told"),
    [
        ([_replaced(1), _replaced(2)], False),
        ([_replaced(1), _replaced(2), _replaced(3)], True),
        # a command that is refused changes nothing
        ([_replaced(1), _replaced(2), _replaced(3, 9)], False),
        # words replaced throughout change every article though none is named
        (["Thay thế cụm từ “khung cửi” bằng cụm từ “bộ cồng” tại toàn bộ Nghị định."], True),
    ],
)
def test_a_draft_is_measured_by_what_its_commands_change(
    commands: list[str], told: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "cu.txt", tmp_path / "sua.txt"
    old.write_text(_OLD, encoding="utf-8")
    new.write_text(_draft(*commands), encoding="utf-8")
    _run(["amend", "check", str(old), str(new)])
    checked = capsys.readouterr().out
    _run(["compare", str(old), str(new)])
    compared = capsys.readouterr().out
    assert ("AM113" in checked) is told
    assert (", quá một nửa" in " ".join(compared.split())) is told


def test_a_base_of_no_higher_force_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Decree 78/2025/NĐ-CP, Article 62: a decree may rest on a law, not on another decree."""
    old, new = tmp_path / "cu.txt", tmp_path / "sua.txt"
    old.write_text(_OLD, encoding="utf-8")
    bases = "Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;\nCăn cứ Nghị định số 45/2012/NĐ-CP;\n"
    new.write_text(_draft(_replaced(1)).replace("Điều 1. Sửa", f"{bases}Điều 1. Sửa", 1), encoding="utf-8")
    _run(["amend", "check", str(old), str(new)])
    told = capsys.readouterr().out
    assert told.count("AM114") == 1
    assert "Căn cứ 45/2012/NĐ-CP không có hiệu lực pháp lý cao hơn dự thảo." in told


def test_added_articles_are_counted_apart() -> None:
    old, new = parse(reading(_OLD)), parse(reading(f"{_OLD}Điều 6. Việc mới\n1. Đánh chiêng mỗi tối.\n"))
    found = share(compare(old, new))
    assert (found.touched, found.articles, found.added) == (0, 5, 1)


def test_a_change_of_spelling_is_no_change_of_content() -> None:
    old = parse(reading("Điều 1. Lò\n1. Thợ có hoà khí trong làng.\n"))
    new = parse(reading("Điều 1. Lò\n1. Thợ có hòa khí trong làng.\n"))
    assert share(compare(old, new)).touched == 0


def test_the_report_prints_the_laws_own_count() -> None:
    comparison = compare(parse(reading(_OLD)), parse(reading(_OLD.replace("khung cửi số 2", "bếp số 2"))))
    counted, told = share(comparison), statistics(comparison)
    assert (told.touched, told.old_articles, told.added) == (counted.touched, counted.articles, counted.added)
