"""Tracked changes that stand in the original already and stay: ours beside them, never in them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from wordml import docx, p, r, tbl, tc, tr

from kcdocs.api import tracked
from kcdocs.api.reading import reading
from kcdocs.word import audit
from kcdocs.word.errors import OwnChangesTouchedError
from kcdocs.word.package import Allow, open_package

HEAD = (p("QUYẾT ĐỊNH"), p("Điều 1. Phạm vi"))
END = (p("Điều 2. Hiệu lực"), p("Quyết định này có hiệu lực từ ngày ký."))
SIGNED = 'w:id="{}" w:author="Bà Lan" w:date="2026-01-02T03:04:05Z"'


def gone(words: str, number: int = 901) -> str:
    return f'<w:del {SIGNED.format(number)}><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'


def come(words: str, number: int = 902) -> str:
    return f"<w:ins {SIGNED.format(number)}>{r(words)}</w:ins>"


def ended(kind: str, number: int = 903) -> str:
    return f"<w:rPr><w:{kind} {SIGNED.format(number)}/></w:rPr>"


RATE = p("Mức hỗ trợ là ", gone("70"), come("80"), " triệu đồng cho mỗi cơ sở.")
STAYS = p("Đoạn này giữ nguyên.")
ROW = tr(tc(p(gone("c"), properties=ended("del"))), properties=f"<w:del {SIGNED.format(904)}/>")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(old: tuple[str, ...], new: tuple[str, ...]) -> Counter[str]:
    """Author of each mark in the redline, which is proven, and how many are theirs."""
    for name, body in (("cu.docx", old), ("moi.docx", new)):
        Path(name).write_bytes(docx(*HEAD, *body, *END))
    made = tracked.tracked("cu.docx", "moi.docx", how=reading(revisions="keep"))
    redline, before, draft = (
        open_package(data, allow=Allow.ALL)
        for data in (made.data, Path("cu.docx").read_bytes(), Path("moi.docx").read_bytes())
    )
    for accept, source in ((True, draft), (False, before)):
        sides = [audit.side_texts(item, accept=accept).body for item in (redline, source)]
        assert sides[0] == sides[1]
    return Counter(re.findall(r'w:author="([^"]*)"', redline.parts[redline.main].decode()))


@pytest.mark.parametrize(
    ("old", "new", "authors"),
    [
        ((RATE,), (p("Mức hỗ trợ là 80 triệu đồng cho từng cơ sở."),), {"Bà Lan": 2, "Nội dung": 2}),
        (
            (RATE,),
            (p("Mức hỗ trợ là 80 (tám mươi) triệu đồng cho mỗi cơ sở."),),
            {"Bà Lan": 2, "Nội dung": 1},
        ),
        ((RATE,), (p("Mức hỗ trợ là 80 triệu đồng cho mỗi cơ sở."),), {"Bà Lan": 2}),
        (
            (p(come("Đoạn thêm."), properties=ended("ins")), STAYS),
            (p("Đoạn thêm."), p("Đoạn này giữ lại.")),
            {"Bà Lan": 2, "Nội dung": 2},
        ),
        (
            (p(gone("Đoạn bỏ."), properties=ended("del")), STAYS),
            (p("Đoạn này giữ lại."),),
            {"Bà Lan": 2, "Nội dung": 2},
        ),
        ((p("Câu một. ", properties=ended("del")), p("Câu hai.")), (p("Câu một. Câu hai."),), {"Bà Lan": 1}),
        (
            (tbl(tr(tc(p("hàng một giữ"))), ROW),),
            (tbl(tr(tc(p("hàng một đổi")))),),
            {"Bà Lan": 3, "Nội dung": 2},
        ),
    ],
)
def test_what_stood_there_stays_and_ours_stands_beside_it(
    old: tuple[str, ...], new: tuple[str, ...], authors: dict[str, int]
) -> None:
    assert written(old, new) == authors


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((RATE,), (p("Mức hỗ trợ là 90 triệu đồng cho mỗi cơ sở."),)),
        ((p("Mức là ", come("tám mươi")),), (p("Mức là tám và mươi"),)),
        ((p(come("Đoạn thêm."), properties=ended("ins")), STAYS), (STAYS,)),
        ((p("Câu một. ", properties=ended("del")), p("Câu hai.")), (p("Câu một. Câu hai và ba."),)),
        ((tbl(tr(tc(p())), tr(tc(p()), properties=f"<w:ins {SIGNED.format(904)}/>")),), (tbl(tr(tc(p()))),)),
    ],
)
def test_what_would_stand_in_somebodys_change_is_refused(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    with pytest.raises(OwnChangesTouchedError):
        written(old, new)


def test_marks_of_ours_that_stay_keep_their_name_and_the_new_ones_bear_a_number() -> None:
    old = RATE.replace("Bà Lan", "Nội dung")

    assert written((old,), (p("Mức hỗ trợ là 80 triệu đồng cho từng cơ sở."),)) == {
        "Nội dung": 2,
        "Nội dung (2)": 2,
    }


def test_a_change_that_is_lost_or_altered_on_the_way_is_not_proven() -> None:
    old = open_package(docx(*HEAD, RATE, *END))
    sides = [audit.side_texts(old, accept=accept) for accept in (False, True)]
    altered = open_package(docx(*HEAD, RATE.replace("Bà Lan", "Ông Ba"), *END))

    assert audit.prove(old, *sides, old) == ()
    assert len(audit.prove(altered, *sides, old)) == 2
