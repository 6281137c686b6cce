"""What the index reads again when the catalogue changes: texts that say a name it changed, and no others."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from kcdocs.api import adding, shelf
from kcdocs.decrees import limits
from kcdocs.decrees.opening import the_store
from kcdocs.decrees.referring import referring
from kcdocs.decrees.store import Store
from kcdocs.model.citation import Citation
from kcdocs.settings import cache_folder, shipped

TEXT = """CHÍNH PHỦ
Số: {number}
NGHỊ ĐỊNH
Về nghề {craft}
Điều 1. Phạm vi
1. Người thợ được hưởng chính sách tại khoản 2 Điều 5 Luật Nghề {craft}.
2. Việc thu phí theo thông báo số 15/TB-HĐ của Hội đồng nghề {craft}.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2020."""
AMENDING = """CHÍNH PHỦ
Số: 9/2022/NĐ-CP
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP
1. Sửa đổi, bổ sung khoản 2 Điều 1 như sau:
“2. Phí thu theo Điều 6 Luật Nghề chạm.”
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 5 năm 2022."""
LAW = """
[[instrument]]
type = "Luật"
number = "{number}"
date = 2019-06-01
issuer = "Quốc hội"
title = "{title}"
in_force_from = 2019-12-01
source = "Công báo"
"""
BODY = """
[[institution]]
key = "hoi-dong-moc"
[[institution.title]]
name = "Hội đồng nghề mộc"
"""


@pytest.fixture
def laid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three texts, one of which amends another, and an index that has read them."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "dem"))
    folder = tmp_path / "van-ban"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT.format(number="7/2020/NĐ-CP", craft="mộc"), "utf-8")
    (folder / "b.txt").write_text(TEXT.format(number="8/2020/NĐ-CP", craft="rèn"), "utf-8")
    (folder / "c.txt").write_text(AMENDING, "utf-8")
    assert adding.add(list(folder.iterdir())).faults == []


def _read_again(data_folder: Path, catalogue: str) -> set[str]:
    """Which instruments lose a mark in the index when a catalogue is put in place."""
    (file,) = (cache_folder() / "search").glob("*.sqlite")
    with sqlite3.connect(file) as index:
        index.execute("UPDATE instrument SET unread = 'mark'")
    (data_folder / "catalogue.toml").write_text(catalogue, "utf-8")
    shelf.refresh(lambda *_: None)
    with sqlite3.connect(file) as index:
        return {folder for (folder,) in index.execute("SELECT folder FROM instrument WHERE unread = ''")}


@pytest.mark.usefixtures("laid")
def test_a_law_that_the_catalogue_learns_is_found_by_its_name_where_a_text_says_it(data_folder: Path) -> None:
    law = Citation("Luật", "61/2019/QH14", title="Nghề mộc")
    assert referring(the_store(), [Citation("Luật", "61/2019/QH14")], ()).references == ()

    read = _read_again(data_folder, LAW.format(number="61/2019/QH14", title="Nghề mộc"))

    assert read == {"7-2020-nd-cp"}
    found = referring(the_store(), [law], ()).references
    assert (
        [(one.instrument, one.reference.reason) for one in found] == [("7/2020/NĐ-CP", "")] * len(found) != []
    )


@pytest.mark.usefixtures("laid")
def test_what_an_amending_text_says_counts_for_the_text_that_it_amends(data_folder: Path) -> None:
    read = _read_again(data_folder, LAW.format(number="62/2019/QH14", title="Nghề chạm"))

    assert read == {"7-2020-nd-cp", "9-2022-nd-cp"}


@pytest.mark.usefixtures("laid")
def test_a_name_that_is_taken_out_or_changed_is_read_again_and_others_are_not(data_folder: Path) -> None:
    smith = LAW.format(number="63/2019/QH14", title="Nghề rèn")
    wood = LAW.format(number="61/2019/QH14", title="Nghề mộc")

    assert _read_again(data_folder, smith + wood) == {"7-2020-nd-cp", "8-2020-nd-cp"}
    assert _read_again(data_folder, smith.replace("63/2019", "64/2019") + wood) == {"8-2020-nd-cp"}
    assert _read_again(data_folder, smith.replace("63/2019", "64/2019")) == {"7-2020-nd-cp"}


@pytest.mark.usefixtures("laid")
def test_an_institution_counts_where_a_text_names_it_and_what_is_no_name_counts_nowhere(
    data_folder: Path,
) -> None:
    assert _read_again(data_folder, BODY) == {"7-2020-nd-cp"}
    assert _read_again(data_folder, BODY + LAW.format(number="65/2019/QH14", title="Nghề gốm")) == set()


@pytest.mark.usefixtures("laid")
def test_reading_many_again_is_told_part_by_part_and_nothing_is_told_of_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (file,) = (cache_folder() / "search").glob("*.sqlite")
    file.unlink()
    monkeypatch.setattr(limits, "AT_ONCE", 1)
    told: list[tuple[int, int]] = []

    for _ in range(2):
        shelf.refresh(lambda done, total: told.append((done, total)))

    count = len(the_store().folders())
    assert told == [(done, count) for done in range(count + 1)]


def test_facts_that_say_the_same_in_another_folder_change_nothing(tmp_path: Path, data_folder: Path) -> None:
    here, there = tmp_path / "a", tmp_path / "b"
    shutil.copytree(shipped("decrees") / "45-2012-nd-cp", here / "45-2012-nd-cp")
    shutil.copytree(here, there)
    stamps = Store([here], data_folder).stamps()
    assert stamps == Store([there], data_folder).stamps()

    facts = there / "45-2012-nd-cp" / "decree.toml"
    facts.write_text(facts.read_text("utf-8").replace("2012-07-05", "2012-07-06"), "utf-8")

    assert stamps != Store([there], data_folder).stamps()
