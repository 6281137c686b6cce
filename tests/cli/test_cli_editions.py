"""Editions at the command line: what is said when amending instruments are added, compared and shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import jsonschema_rs
import pytest
from decrees.editions_base import BASE, CHAIN, NUMBER

from kcdocs.cli import main


@pytest.fixture(autouse=True)
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A decree and three that amend it, as files in the working folder."""
    monkeypatch.chdir(tmp_path)
    for name, text in zip(("goc", "mot", "hai", "ba"), (BASE, *CHAIN), strict=True):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")


@dataclass(frozen=True)
class _Said:
    """What a command said on both streams, and how it ended."""

    output: str
    exit_code: int


@pytest.fixture
def said(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., _Said]:
    """Runs a command as a person types it."""

    def run(*words: str) -> _Said:
        monkeypatch.setattr("sys.argv", ["kcdocs", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        told = capfd.readouterr()
        return _Said(told.out + told.err, int(ended.value.code or 0))

    return run


def test_adding_says_what_is_built_what_is_unclear_and_what_is_waited_for(said: Callable[..., _Said]) -> None:
    waiting = said("decrees", "add", "mot.txt")
    assert waiting.exit_code == 0
    assert f"Kho chưa có toàn văn của {NUMBER}" in waiting.output

    built = said("decrees", "add", "goc.txt")
    assert f"{NUMBER}: bản từ 01/07/2024 dựng theo 3/2024/NĐ-CP: 2 lệnh đã áp, 0 chỗ chưa rõ." in built.output

    Path("hong.txt").write_text(CHAIN[1].replace("khoản 4 Điều 2.", "khoản 8 Điều 2."), "utf-8")
    unclear = said("decrees", "add", "hong.txt", "--decisions", "hoi.yaml")
    assert unclear.exit_code == 1
    assert "Chưa rõ: khoản 2 Điều 1 của 5/2025/NĐ-CP" in unclear.output
    assert "hoi.yaml" in unclear.output
    assert "khoản 8 Điều 2" in Path("hoi.yaml").read_text("utf-8")
    assert "(dựng theo 5/2025/NĐ-CP)" in said("decrees", "list").output


def test_comparing_takes_the_text_in_force_on_the_day(said: Callable[..., _Said]) -> None:
    for name in ("goc", "mot"):
        said("decrees", "add", f"{name}.txt")
    Path("moi.txt").write_text(BASE.replace("15 ngày", "60 ngày"), "utf-8")

    early = said("compare", NUMBER, "moi.txt", "--as-of", "2024-06-30").output
    late = said("compare", NUMBER, "moi.txt", "--as-of", "2024-07-01").output
    assert "[-15-]{+60+}" in early
    assert "[-20-]{+60+}" in late
    assert "Tỉnh báo cáo" not in early
    assert "Tỉnh báo cáo" in late


def test_commands_that_made_a_text_are_not_done_to_it_again(said: Callable[..., _Said]) -> None:
    for name in ("goc", "mot"):
        said("decrees", "add", f"{name}.txt")

    for command in (["amend", "apply"], ["compare"]):
        refused = said(*command, NUMBER, "mot.txt")
        assert refused.exit_code == 2
        assert "DC110" in refused.output
        assert said(*command, NUMBER, "mot.txt", "--as-of", "2024-06-30").exit_code in (0, 1)


def test_the_history_of_a_provision_is_shown_and_asked_for_alone(said: Callable[..., _Said]) -> None:
    for name in ("goc", "mot"):
        said("decrees", "add", f"{name}.txt")

    shown = said("decrees", "show", NUMBER, "--history", "khoản 1 Điều 1")
    assert shown.exit_code == 0
    assert "Từ ngày 01/07/2024, theo khoản 1 Điều 1 của 3/2024/NĐ-CP" in shown.output
    assert "20 ngày" in shown.output
    assert said("decrees", "show", NUMBER, "--history", "khoản 7 Điều 9").exit_code == 2
    assert said("decrees", "show", NUMBER, "--history", "Điều 1", "--as-of", "2024-01-01").exit_code == 2
    assert said("decrees", "show", "9/1999/NĐ-CP", "--history", "Điều 1").exit_code == 6
    assert said("decrees", "show", "45/2012/NĐ-CP", "--history", "Điều 1").exit_code == 6


def test_a_consolidated_text_is_written_for_any_day(said: Callable[..., _Said]) -> None:
    for name in ("goc", "mot", "hai"):
        said("decrees", "add", f"{name}.txt")

    nothing = said("decrees", "consolidate", NUMBER, "--as-of", "2024-06-30")
    assert nothing.exit_code == 2
    assert "DC112" in nothing.output
    one = said("decrees", "consolidate", NUMBER, "--as-of", "2024-07-01")
    assert "bổ sung bởi:\nNghị định số 3/2024/NĐ-CP" in one.output
    assert "1.[1] Xưởng dệt gửi hồ sơ trong 20 ngày." in one.output
    assert "AM140" in one.output
    two = said("decrees", "consolidate", NUMBER, "--as-of", "2025-07-01", "--gazette")
    assert "\n1. Nghị định số 3/2024/NĐ-CP" in two.output
    assert "\n2. Nghị định số 5/2025/NĐ-CP" in two.output
    assert "khoản 1 Điều 1 Nghị định số 3/2024/NĐ-CP" in two.output
    assert "khoản 1 Điều 1 Nghị định số 5/2025/NĐ-CP" in two.output
    assert two.output.index("XÁC THỰC") < two.output.index("Hà Nội, ngày …")
    assert said("decrees", "consolidate", "9/1999/NĐ-CP").exit_code == 6
    for form in ("html", "docx"):
        assert said("decrees", "consolidate", NUMBER, "--out", f"hop-nhat.{form}").exit_code == 0
        assert Path(f"hop-nhat.{form}").exists()


def test_a_further_amendment_is_consolidated_with_those_before(said: Callable[..., _Said]) -> None:
    for name in ("goc", "mot"):
        said("decrees", "add", f"{name}.txt")

    made = said("amend", "apply", NUMBER, "hai.txt", "--as-of", "2024-07-01", "--format", "text")
    assert "\n1. Nghị định số 3/2024/NĐ-CP" in made.output
    assert "\n2. Nghị định số 5/2025/NĐ-CP" in made.output
    assert "30 ngày" in made.output


def test_the_history_of_a_provision_is_given_to_machines_too(said: Callable[..., _Said]) -> None:
    for name in ("goc", "mot", "ba"):
        said("decrees", "add", f"{name}.txt")
    page = Path(__file__).parents[2] / "docs" / "reference" / "history.schema.json"

    shown = said(
        *(
            "decrees",
            "show",
            NUMBER,
            "--history",
            "khoản 4 Điều 2",
            "--format",
            "json",
            "--out",
            "thoi-ky.json",
        )
    )
    found = json.loads(Path("thoi-ky.json").read_text("utf-8"))

    assert shown.exit_code == 0
    jsonschema_rs.validator_for(json.loads(page.read_text("utf-8"))).validate(found)
    assert [(item["since"], item["by"], item["lines"]) for item in found["periods"]] == [
        ("2020-03-15", None, None),
        ("2024-07-01", "3/2024/NĐ-CP", ["4. Tỉnh báo cáo mỗi năm."]),
        ("2026-07-01", "6/2026/NĐ-CP", ["4. (được bãi bỏ)"]),
    ]
    assert found["periods"][2]["commands"] == [
        {"place": "dieu-1.khoan-1", "act": "bai-bo", "words": "Bãi bỏ khoản 4 Điều 2"}
    ]
    assert [(item["since"], item["number"]) for item in found["doubts"]] == [("2026-07-01", "6/2026/NĐ-CP")]
    assert said("decrees", "show", NUMBER, "--format", "json").exit_code == 2
