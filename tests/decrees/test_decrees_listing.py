"""The store as the command line lists it: what the index knows is what the texts themselves say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from decrees.editions_base import BASE, CHAIN, NUMBER, add

from kcdocs.api import adding, decrees
from kcdocs.decrees.opening import the_store
from kcdocs.decrees.state import EditionState, state_as_json, state_from_json, state_of
from kcdocs.model.address import Address
from kcdocs.model.instrument import UnclearSpot
from kcdocs.settings import cache_folder

UNCLEAR = CHAIN[1].replace("khoản 4 Điều 2.", "khoản 8 Điều 2.")
NAMING = CHAIN[0].replace(
    "khoản 1 Điều 1 như sau",
    "khoản 1 Điều 1 đã được sửa đổi, bổ sung theo khoản 2 Điều 1 Nghị định số 9/2022/NĐ-CP như sau",
)
TURNED = BASE.replace("15 ngày", "15 ngày\u202c", 1)
UNDATED = BASE.replace("7/2020", "8/2020").replace("có hiệu lực thi hành từ ngày 15 tháng 3 năm 2020", "hay")


Listed = list[tuple[str, tuple[EditionState, ...], list[str]]]


def _told() -> Listed:
    """What the texts say, each opened."""
    store = the_store()
    return [
        (
            entry.citation.number,
            tuple(map(state_of, store.editions(entry.citation.number))),
            [finding.remark for finding in store.findings(entry)],
        )
        for entry in store.entries()
    ]


def _listed() -> Listed:
    return [(one.entry.citation.number, one.editions, list(one.remarks)) for one in decrees.listed()]


@pytest.mark.parametrize(
    "texts", [[BASE], [BASE, *CHAIN], [BASE, NAMING, UNCLEAR], [TURNED, CHAIN[0]], [UNDATED, CHAIN[0]]]
)
def test_what_is_listed_is_what_the_texts_say_and_no_text_is_opened_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, texts: list[str]
) -> None:
    for text in texts:
        add(tmp_path, text)
    expected = _told()
    _listed()  # the index reads what is new
    monkeypatch.setattr("kcdocs.decrees.editions._text", lambda *_: 1 / 0)

    assert _listed() == expected


def test_the_doubts_of_commands_and_what_they_name_as_done_before_are_listed(tmp_path: Path) -> None:
    for text in (BASE, NAMING, UNCLEAR):
        add(tmp_path, text)

    (remarks,) = [remarks for number, _, remarks in _listed() if number == NUMBER]

    assert [remark.partition(":")[0] for remark in remarks] == ["DC401", "DC403"]
    assert "9/2022/NĐ-CP" in remarks[0]
    assert "khoản 8 Điều 2" in remarks[1]


@pytest.mark.parametrize("text", [BASE, UNDATED, TURNED])
def test_what_a_whole_folder_brought_is_listed_the_same(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "van-ban"
    folder.mkdir()
    (folder / "a.txt").write_text(text, "utf-8")
    assert len(adding.add(adding.files_in([folder])[0], jobs=1).added) == 1

    assert _listed() == _told()


def test_without_an_index_the_same_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "dem"))
    for text in (BASE, *CHAIN):
        add(tmp_path, text)
    expected = _listed()
    for file in (cache_folder() / "search").iterdir():
        file.unlink()
        file.mkdir()

    assert _listed() == expected


def test_facts_that_are_written_later_count_in_what_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, BASE)
    add(tmp_path, NAMING.replace("9/2022", "9/2019"))
    facts = tmp_path / "du-kien" / "7-2020-nd-cp" / "decree.toml"
    facts.parent.mkdir(parents=True)
    monkeypatch.setenv("KCDOCS_DECREES", str(facts.parents[1]))
    facts.write_text('type = "Nghị định"\nnumber = "7/2020/NĐ-CP"\n', "utf-8")
    (before,) = [remarks for number, _, remarks in _listed() if number == NUMBER]
    assert "9/2019/NĐ-CP" in before[0]

    # so the text that was added is a later one, which holds what was amended before 2020
    facts.write_text(facts.read_text("utf-8") + "in_force_from = 2010-01-01\n", "utf-8")

    assert [remarks for number, _, remarks in _listed() if number == NUMBER] == [[]]
    assert _listed() == _told()


def test_a_state_is_read_as_it_was_written() -> None:
    spots = (
        UnclearSpot("3/2024/NĐ-CP", Address(), "", "Không đọc được."),
        UnclearSpot("3/2024/NĐ-CP", Address.parse("dieu-1.khoan-2"), "“lời”", "Chưa rõ."),
    )
    state = EditionState(date(1, 1, 1), date.min, ("3/2024/NĐ-CP",), spots, ("9/2022/NĐ-CP",), ("RC220: x.",))

    assert state_from_json(state_as_json(state)) == state
