"""Searching the texts of the store by words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.api.decrees import add
from kcdocs.api.shelf import search
from kcdocs.decrees.asking import excerpt, wanted
from kcdocs.decrees.errors import NoSearchError, NothingAskedError
from kcdocs.decrees.facts import all_facts
from kcdocs.settings import cache_folder, shipped

FIRST = """CHÍNH PHỦ
Số: 7/2020/NĐ-CP
NGHỊ ĐỊNH
Về nghề dệt
Điều 1. Phạm vi
1. Nghị định này quy định việc đầu tư xưởng dệt.
2. Ủy ban nhân dân xã hỗ trợ mở đường vào xưởng.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2020."""
SECOND = """CHÍNH PHỦ
Số: 8/2021/NĐ-CP
NGHỊ ĐỊNH
Về nghề gốm
Điều 1. Phạm vi
1. Người thợ tương đương bậc ba được vay vốn theo Nghị định số 7/2020/NĐ-CP.
2. Xưởng gốm đầu tiên của làng, do tư nhân mở, được thuê đất.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 4 năm 2021."""

Keep = Callable[..., None]


@pytest.fixture
def keep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Keep:
    """Adds a text to a store that comes with none."""
    monkeypatch.setattr(
        "kcdocs.decrees.store.all_facts", lambda found: all_facts(set(found) - {shipped("decrees")})
    )

    def added(text: str, **how: object) -> None:
        path = tmp_path / "van-ban.txt"
        path.write_text(text, "utf-8")
        add(path, **how)  # type: ignore[arg-type]

    return added


def _found(words: str, **how: object) -> list[str]:
    provisions = search(words, **how).provisions  # type: ignore[arg-type]
    return [f"{one.citation.number} {one.address}" for one in provisions]


def test_words_without_marks_find_words_with_them(keep: Keep) -> None:
    keep(FIRST)

    assert _found("dau tu xuong") == ["7/2020/NĐ-CP dieu-1.khoan-1"]
    assert _found("DAU TU") == _found("đầu tư") == _found("đầu tu")


def test_a_word_with_a_mark_finds_itself_alone(keep: Keep) -> None:
    keep(FIRST)
    keep(SECOND)

    assert _found("đường") == ["7/2020/NĐ-CP dieu-1.khoan-2"]
    assert _found("đương") == ["8/2021/NĐ-CP dieu-1.khoan-1"]
    assert len(_found("duong")) == 2


def test_the_mark_of_one_word_is_never_found_in_another_above(keep: Keep) -> None:
    keep(FIRST.replace("Điều 1. Phạm vi", "Điều 1. Mức hỗ trợ").replace("hỗ trợ mở", "giúp hộ trợ mở"))

    assert _found("hỗ") == _found("hỗ trợ") == ["7/2020/NĐ-CP dieu-1"]
    assert _found("hộ") == ["7/2020/NĐ-CP dieu-1.khoan-2"]


def test_marks_may_come_decomposed_and_on_either_letter(keep: Keep) -> None:
    keep(FIRST)

    assert (
        _found("hô\u0303 trơ\u0323")
        == _found("uỷ ban")
        == _found("ủy ban")
        == ["7/2020/NĐ-CP dieu-1.khoan-2"]
    )


def test_a_phrase_comes_before_words_that_stand_apart(keep: Keep) -> None:
    keep(SECOND)
    keep(FIRST)

    assert _found("đầu tư") == ["7/2020/NĐ-CP dieu-1.khoan-1", "8/2021/NĐ-CP dieu-1.khoan-2"]


def test_words_of_the_heading_and_of_the_clause_find_the_clause_and_not_its_neighbours(keep: Keep) -> None:
    keep(FIRST)

    assert _found("phạm vi mở đường") == _found("pham vi duong") == ["7/2020/NĐ-CP dieu-1.khoan-2"]
    assert _found("phạm vi") == ["7/2020/NĐ-CP dieu-1"]
    assert _found("hiệu lực thi hành đường") == []


def test_a_point_is_found_by_words_of_its_clause_and_its_article(keep: Keep) -> None:
    keep(SECOND.replace("được thuê đất.", "được:\na) Thuê đất;\nb) Vay vốn."))

    assert _found("phạm vi tư nhân thuê") == ["8/2021/NĐ-CP dieu-1.khoan-2.diem-a"]


def test_a_number_is_found_as_people_type_it(keep: Keep) -> None:
    keep(SECOND)

    assert _found("7/2020/nd-cp") == ["8/2021/NĐ-CP dieu-1.khoan-1"]
    assert _found("2020/7/nd-cp") == []


def test_the_last_word_may_go_on_while_one_types(keep: Keep) -> None:
    keep(FIRST)

    assert _found("hỗ tr", unfinished=True) == ["7/2020/NĐ-CP dieu-1.khoan-2"]
    assert _found("hỗ tr") == _found("hỗ tr ", unfinished=True) == []


def test_what_was_found_tells_where_its_words_stand(keep: Keep) -> None:
    keep(FIRST)

    (found,) = search("ho tro duong").provisions

    assert found.text == "Ủy ban nhân dân xã hỗ trợ mở đường vào xưởng."
    assert [found.text[one.start : one.end] for one in found.places] == ["hỗ", "trợ", "đường"]
    assert (found.before, found.after, found.current) == (False, False, True)


def test_a_text_that_is_added_later_is_found_at_once_and_one_taken_away_no_more(
    keep: Keep, data_folder: Path
) -> None:
    keep(FIRST)
    assert _found("gốm") == []
    keep(SECOND)
    assert "8/2021/NĐ-CP dieu-1.khoan-2" in _found("gốm")
    for kept in (data_folder / "decrees" / "8-2021-nd-cp").glob("*.json"):
        kept.unlink()

    assert _found("gốm") == []
    assert _found("dệt đầu tư") == ["7/2020/NĐ-CP dieu-1.khoan-1"]


def test_a_provision_of_two_editions_is_shown_once_and_a_former_one_as_such(keep: Keep) -> None:
    keep(FIRST)
    amending = """CHÍNH PHỦ
Số: 9/2022/NĐ-CP
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP
1. Sửa đổi, bổ sung khoản 2 Điều 1 như sau:
“2. Ủy ban nhân dân xã cấp đất mở bến thuyền cạnh xưởng.”
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 5 năm 2022."""
    keep(amending)

    assert _found("đầu tư") == ["7/2020/NĐ-CP dieu-1.khoan-1"]
    (former,) = search("mở đường").provisions
    assert (former.current, former.since.isoformat()) == (False, "2020-03-01")
    new = {(str(one.address), one.citation.number): one for one in search("bến thuyền").provisions}
    assert new["dieu-1.khoan-2", "7/2020/NĐ-CP"].current
    assert new["dieu-1.khoan-2", "7/2020/NĐ-CP"].since.isoformat() == "2022-05-01"
    assert ("dieu-1.khoan-1", "9/2022/NĐ-CP") in new


def test_a_text_that_cannot_be_read_is_told_with_every_search(keep: Keep, data_folder: Path) -> None:
    keep(FIRST)
    keep(SECOND)
    (spoilt,) = (data_folder / "decrees" / "8-2021-nd-cp").glob("*.json")
    spoilt.write_text("hỏng", "utf-8")

    found = search("dệt")

    assert [one.citation.number for one in found.provisions] == ["7/2020/NĐ-CP"] * found.total
    assert len(found.unread) == 1
    assert "8-2021-nd-cp" in found.unread[0]


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one index in it is this test's."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "dem"))


def _index() -> Path:
    (found,) = (cache_folder() / "search").glob("*.sqlite")
    return found


def test_a_spoilt_index_is_made_anew(keep: Keep) -> None:
    keep(FIRST)
    search("dệt")
    _index().write_bytes(b"no database at all" * 100)

    assert _found("đầu tư") == ["7/2020/NĐ-CP dieu-1.khoan-1"]


def test_an_index_of_another_form_is_made_anew(keep: Keep) -> None:
    keep(FIRST)
    search("dệt")
    with sqlite3.connect(_index()) as index:
        index.execute("UPDATE made SET form = '0'")
        index.execute("DELETE FROM provision")

    assert _found("đầu tư") == ["7/2020/NĐ-CP dieu-1.khoan-1"]


def test_an_index_that_cannot_be_written_is_told(keep: Keep) -> None:
    keep(FIRST)
    search("dệt")
    file = _index()
    file.unlink()
    file.mkdir()

    with pytest.raises(NoSearchError):
        search("dệt")


@pytest.mark.parametrize("typed", ["", "  ", "«»", '"* -'])
def test_a_search_without_a_word_is_refused(typed: str) -> None:
    with pytest.raises(NothingAskedError):
        search(typed)


@pytest.mark.parametrize(
    "typed", ['dệt"', "dệt) OR (gốm", "dệt NOT xưởng", "chu:dệt", "dệt*", "^dệt", "NEAR(dệt)"]
)
def test_signs_and_words_of_the_index_steer_nothing(keep: Keep, typed: str) -> None:
    keep(FIRST)
    asked = {word for word in ("or", "not", "near", "chu", "gốm") if word in typed.lower()}

    assert (_found(typed) != []) == (not asked)


def test_twenty_provisions_are_shown_and_the_rest_on_asking(keep: Keep) -> None:
    clauses = "\n".join(f"{one}. Người dệt thứ {one} được nhận sợi." for one in range(1, 24))
    keep(
        FIRST.replace(
            "1. Nghị định này quy định việc đầu tư xưởng dệt.\n2. Ủy ban nhân dân xã hỗ trợ mở đường vào xưởng.",
            clauses,
        )
    )

    first, second = search("nhận sợi"), search("nhận sợi", skip=20)

    assert (first.total, len(first.provisions), len(second.provisions)) == (23, 20, 3)
    assert len({one.address for one in (*first.provisions, *second.provisions)}) == 23
    assert search("nhận sợi", skip=23).provisions == ()


def test_kinds_of_answers_stay_in_turn_and_come_once_however_few_are_counted(
    keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart = "\n".join(f"{one}. Tơ do thợ bậc {one} nhuộm bằng vỏ cây." for one in range(1, 8))
    keep(FIRST.replace("1. Nghị định này", f"{apart}\n8. Vỏ cây nhuộm cho tơ.\n9. Nghị định này"))
    whole = _found("nhuộm cho")
    asked = _found("vỏ cây nhuộm")

    assert whole == ["7/2020/NĐ-CP dieu-1.khoan-8"]
    assert asked[0] == "7/2020/NĐ-CP dieu-1.khoan-8"
    assert len(asked) == len(set(asked)) == 8
    for counted in range(1, 10):
        monkeypatch.setattr("kcdocs.decrees.limits.COUNTED", counted)
        found = search("vỏ cây nhuộm")
        assert str(found.provisions[0].address) == "dieu-1.khoan-8"
        assert (found.total, found.more) == (min(counted, 8), counted < 8)
        assert len(set(found.provisions)) == found.total


LETTERS = st.text('aăâđeêoôơuưyàáảãạầấđĐ 1/-.,"*():', max_size=40)


@given(LETTERS)
def test_whatever_is_typed_is_a_question_that_the_index_understands(typed: str) -> None:
    asked = wanted(typed, unfinished=True)
    if asked.words:
        with sqlite3.connect(":memory:") as index:
            index.execute("CREATE VIRTUAL TABLE words USING fts5 (said, content='', tokenize='ascii')")
            for question in (asked.own(), asked.together(), asked.partly_above()):
                assert (
                    index.execute("SELECT rowid FROM words WHERE words MATCH ?", [question]).fetchall() == []
                )


@given(
    st.lists(st.sampled_from(["sợi", "khung", "cửi", "nhuộm", "chàm"]), max_size=200),
    st.sampled_from(["sợi", "xa"]),
)
def test_an_excerpt_has_whole_words_and_one_that_was_looked_for(words: list[str], looked_for: str) -> None:
    text = " ".join(words)
    part = excerpt(text, wanted(looked_for).places(text))

    said = text[part.start : part.end].split()
    assert said == words[len(text[: part.start].split()) :][: len(said)]
    assert (looked_for in said) == (looked_for in words)
