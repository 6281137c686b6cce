"""Each change of an applied amending draft is linked to the command that made it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kcdocs.api import Format
from kcdocs.api.compare import compare, render
from kcdocs.model.comparison import Comparison
from kcdocs.report.chain import Chain
from kcdocs.report.commands import CommandIndex

MODEL = Path(__file__).parents[2] / "decrees" / "mo-phong-lang-nghe"


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(str(MODEL / "van-ban.txt"), str(MODEL / "du-thao-sua-doi.txt"))


@pytest.mark.parametrize(
    ("address", "commands"),
    [
        ("dieu-1.khoan-2.diem-a", ["dieu-1.khoan-1"]),
        ("dieu-2.khoan-3a", ["dieu-1.khoan-2"]),
        ("dieu-3", ["dieu-1.khoan-3"]),
        ("dieu-7a.khoan-2", ["dieu-1.khoan-7"]),
        ("dieu-11.khoan-2.diem-a", ["dieu-1.khoan-10"]),
        ("dieu-16.khoan-2", ["dieu-2.khoan-2", "dieu-2.khoan-4"]),
        ("dieu-10", ["dieu-2.khoan-6"]),
    ],
)
def test_a_changed_provision_names_its_commands(
    address: str, commands: list[str], comparison: Comparison
) -> None:
    row = next(row for row in comparison.rows if str(row.address) == address and row.changes)

    assert [str(item.origin) for item in CommandIndex(comparison).of(row)] == commands


def test_no_change_of_an_applied_draft_is_without_a_command(comparison: Comparison) -> None:
    commands = CommandIndex(comparison)

    assert [row for row in comparison.rows if row.changes and not commands.of(row)] == []


@pytest.mark.parametrize("medium", [Format.TERMINAL, Format.HTML])
def test_the_command_is_told_where_the_change_is(medium: Format, comparison: Comparison) -> None:
    report = render(Chain.of(comparison), medium)

    assert isinstance(report, str)
    assert "heo khoản 7 Điều 1 của văn bản sửa đổi" in report


def test_a_replacing_draft_has_no_commands() -> None:
    plain = compare(str(MODEL / "van-ban.txt"), str(MODEL / "du-thao-thay-the.txt"))

    assert plain.commands == ()
    assert json.loads(str(render(Chain.of(plain), Format.JSON)))["commands"] == []
