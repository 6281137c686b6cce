"""Sets: which version is for which day, and what is said where there is none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kcdocs.sets import versions
from kcdocs.sets.errors import (
    BrokenSetError,
    NoVersionInForceError,
    UnknownSetError,
    UnknownVersionError,
)


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2021, 1, 1), "1.0.0"),
        (date(2024, 12, 27), "1.0.0"),
        (date(2025, 3, 31), "1.0.0"),
        (date(2025, 4, 1), "2.0.0"),
        (date(2026, 11, 22), "2.0.0"),
    ],
)
def test_the_submission_changes_form_on_1_april_2025(day: date, number: str) -> None:
    assert versions.inforce(versions.of_set("to-trinh"), day).number == number


def test_a_day_before_the_first_version_names_the_periods() -> None:
    with pytest.raises(NoVersionInForceError) as caught:
        versions.inforce(versions.of_set("to-trinh"), date(2020, 12, 31))

    assert "31/12/2020" in caught.value.message
    assert "1.0.0 dùng từ 01/01/2021 đến 31/3/2025" in caught.value.mend
    assert "2.0.0 dùng từ 01/4/2025 trở đi" in caught.value.mend


def test_an_unknown_set_is_told_with_the_name_that_was_meant() -> None:
    with pytest.raises(UnknownSetError, match="Có phải là «to-trinh»"):
        versions.of_set("tờ-trình")
    with pytest.raises(UnknownSetError):
        versions.of_set("../templates/to-trinh")


def test_an_unknown_version_is_told_with_those_there_are() -> None:
    with pytest.raises(UnknownVersionError) as caught:
        versions.one("to-trinh", "9.9.9")

    assert "1.0.0, 2.0.0" in caught.value.mend


def _set(root: Path, number: str, start: str, form: str = "hanh_chinh") -> Path:
    folder = root / "mau" / number
    folder.mkdir(parents=True)
    (folder / "set.toml").write_text(
        f'title = "Mẫu"\ntype = "Mẫu"\nform = "{form}"\nsource = "thử"\neffective_from = {start}\n',
        encoding="utf-8",
    )
    return folder


def test_of_two_versions_in_force_the_higher_is_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(tmp_path))
    _set(tmp_path, "1.9.0", "2025-01-01")
    _set(tmp_path, "1.10.0", "2025-01-01")

    assert versions.inforce(versions.of_set("mau"), date(2025, 6, 1)).number == "1.10.0"


def test_the_users_set_stands_before_the_shipped_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(tmp_path))
    _set(tmp_path, "1.0.0", "2025-01-01")
    (tmp_path / "mau").rename(tmp_path / "to-trinh")

    assert versions.inforce(versions.of_set("to-trinh"), date(2025, 6, 1)).title == "Mẫu"
    assert versions.set_names()[0] == "to-trinh"


def test_a_set_with_missing_or_broken_files_is_told_by_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(tmp_path))
    folder = _set(tmp_path, "1.0.0", "2025-01-01")

    with pytest.raises(BrokenSetError, match=r"schema\.json"):
        _ = versions.one("mau", "1.0.0").contract
    with pytest.raises(BrokenSetError, match=r"cần đúng một tệp .docx, thấy 0"):
        _ = versions.one("mau", "1.0.0").template
    (folder / "set.toml").write_text('title = "Mẫu"\ntype = "Mẫu"\n', encoding="utf-8")
    with pytest.raises(BrokenSetError, match="thiếu mục «form», «effective_from», «source»"):
        versions.of_set("mau")
    (folder / "set.toml").write_text("title = ", encoding="utf-8")
    with pytest.raises(BrokenSetError, match="không phải TOML"):
        versions.of_set("mau")


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ('{"properties": {"so": {"minLength": true}}}', "giá trị tại «properties/so/minLength»"),
        ('{"properties": {"so": {"pattern": "("}}}', "giá trị tại «properties/so/pattern»"),
        ('{"properties": {"so": {"$ref": "#/khong-co"}}}', "tới chỗ không có"),
    ],
)
def test_a_contract_that_no_data_can_be_checked_against_is_told_by_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: str, told: str
) -> None:
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(tmp_path))
    (_set(tmp_path, "1.0.0", "2025-01-01") / "schema.json").write_text(schema, encoding="utf-8")

    with pytest.raises(BrokenSetError, match=told):
        _ = versions.one("mau", "1.0.0").contract
