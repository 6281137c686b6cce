"""Redlines of texts without articles: a plan, a text of one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from wordml import docx, p

from kcdocs.api import tracked
from kcdocs.word.package import open_package

OLD = (
    "KẾ HOẠCH",
    "Khuyến công năm 2027",
    "I. NỘI DUNG",
    "Xã hỗ trợ cơ sở dệt, cơ sở mộc mua máy.",
    "1. Hỗ trợ 12 cơ sở với 600 triệu đồng.",
    "2. Tổ chức ba lớp truyền nghề.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Phòng Kinh tế chủ trì, theo dõi, báo cáo hằng quý.",
    "2. Phòng Tài chính cấp kinh phí trước ngày 15 tháng 02.",
)
NEW = (
    *OLD[:3],
    "Xã hỗ trợ cơ sở dệt, cơ sở gốm mua máy.",
    "1. Hỗ trợ 15 cơ sở với 600 triệu đồng.",
    OLD[5],
    "3. Tổ chức một hội chợ.",
    OLD[6],
    "1. Phòng Tài chính cấp kinh phí trước ngày 15 tháng 02.",
    "2. Phòng Kinh tế chủ trì, theo dõi, báo cáo hằng quý.",
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(name: str, lines: tuple[str, ...]) -> str:
    data = docx(*map(p, lines)) if name.endswith("docx") else "\n".join(lines).encode()
    Path(name).write_bytes(data)
    return name


def marked(found: tracked.Tracked) -> Iterator[tuple[str, str, str]]:
    """Each mark of words: its kind, its author, its words."""
    main = open_package(found.data).parts["word/document.xml"].decode()
    for kind, author, inside in re.findall(
        r'<w:(ins|del|moveFrom|moveTo) [^>]*w:author="([^"]*)"[^>/]*>(.*?)</w:\1>', main
    ):
        yield kind, author, re.sub(r"<[^>]*>", "", inside)


@pytest.mark.parametrize("ending", ["docx", "txt"])
def test_a_plan_is_compared_by_its_paragraphs_and_each_kind_of_change_is_signed_apart(ending: str) -> None:
    sides = written(f"cu.{ending}", OLD), written(f"moi.{ending}", NEW)

    found = tracked.tracked(*sides)

    Path("dau.docx").write_bytes(found.data)
    assert tracked.audit_redline("dau.docx", *sides).honest
    said = set(marked(found))
    assert {("del", "Nội dung", "mộc"), ("ins", "Nội dung", "gốm")} <= said
    assert ("ins", "Nội dung", "3. Tổ chức một hội chợ.") in said
    assert {("del", "Đánh số lại", "2"), ("ins", "Đánh số lại", "1")} <= said
    [moved] = {words for kind, author, words in said if (kind, author) == ("moveTo", "Chuyển vị trí")}
    assert moved in ("".join(NEW[8])[1:], "".join(NEW[9])[1:])


@pytest.mark.parametrize("lines", [("Kính gửi các xã.",), OLD])
def test_the_draft_may_be_a_text_of_any_length_and_the_other_way_round(lines: tuple[str, ...]) -> None:
    one, two = written("mot.docx", ("Kính gửi các huyện.",)), written("hai.txt", lines)

    for sides in ((one, two), (two, one)):
        assert tracked.tracked(*sides).differs


def test_equal_texts_without_articles_bear_no_mark_and_do_not_differ() -> None:
    found = tracked.tracked(written("cu.docx", OLD), written("moi.docx", OLD))

    assert not found.differs
    assert not list(marked(found))
