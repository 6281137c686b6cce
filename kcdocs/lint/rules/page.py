"""The page: paper, margins, page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kcdocs.codes import Declared
from kcdocs.law import layout
from kcdocs.law.layout import Profile
from kcdocs.lint import limits
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.telling import FormBreach, breach, figure, range_of
from kcdocs.model.finding import Severity
from kcdocs.word.read import LetterLook, Page, SetParagraph

_PAPER = Declared(
    "LT101",
    Severity.ERROR,
    "The paper is no A4.",
    "Khổ giấy ở phần {section} là {width} × {height} mm.",
    expected="giấy A4, 210 × 297 mm",
    mend="Trong Word, vào Layout, Size, chọn A4 cho cả văn bản.",
)
_MARGIN = Declared(
    "LT102",
    Severity.ERROR,
    "A margin is outside what the law allows.",
    "Lề {side} ở phần {section} là {measure} mm.",
    expected="{wanted} mm",
    mend="Trong Word, vào Layout, Margins, đặt lại lề {side}.",
)
_SHOWN_FIRST = Declared(
    "LT103",
    Severity.ERROR,
    "The first page shows its number.",
    "Trang đầu in số trang.",
    expected="không hiển thị số trang ở trang thứ nhất",
    mend="Bấm đúp vào đầu trang, đánh dấu «Different First Page» rồi xóa số ở trang đầu.",
)
_NO_NUMBERS = Declared(
    "LT104",
    Severity.WARNING,
    "A document of several pages has no page numbers.",
    "Văn bản có nhiều trang mà không đánh số trang.",
    expected="số trang ở giữa lề trên, từ trang thứ hai",
    mend="Trong Word, vào Insert, Page Number, Top of Page, chọn số ở giữa.",
)
_NUMBER_PLACE = Declared(
    "LT105",
    Severity.WARNING,
    "Page numbers stand elsewhere than in the middle of the top margin.",
    "Số trang không ở giữa lề trên.",
    expected="số trang canh giữa trong phần lề trên",
    mend="Xóa số trang cũ, rồi vào Insert, Page Number, Top of Page, chọn số ở giữa.",
)
_NUMBER_LOOK = Declared(
    "LT106",
    Severity.WARNING,
    "Page numbers are set in other letters than the law says.",
    "Số trang cỡ {size}, {look}.",
    expected="cỡ 13 đến 14, kiểu đứng",
    mend="Chọn số trang ở đầu trang, đặt lại cỡ chữ 13 hoặc 14, kiểu đứng.",
)

_WIDE_TABLE = Declared(
    "LT107",
    Severity.WARNING,
    "A table goes beyond the edge of the paper.",
    "Bảng {table} rộng {measure} mm, vượt ra ngoài mép giấy.",
    expected="bảng nằm trong lề, rộng không quá {wanted} mm",
    mend="Chọn bảng, vào Layout, AutoFit, chọn AutoFit Window; bảng nhiều cột thì để ở trang nằm ngang.",
)

_SIDES = (("top", "trên"), ("bottom", "dưới"), ("left", "trái"), ("right", "phải"))


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """What is wrong with the pages of a document."""
    for number, page in enumerate(paper.setting.pages, 1):
        if not page.width:
            continue  # Word takes its own paper where a section names none
        yield from _paper(paper, page, number)
        yield from _margins(paper, page, number)
    yield from _numbers(paper)
    yield from _tables(paper)


def _tables(paper: CheckedPaper) -> Iterator[FormBreach]:
    """Tables of fixed widths that go over the edge of the paper; in its margin they may stand."""
    told: set[int] = set()
    pages = paper.setting.pages
    for piece in paper.pieces:
        spot, section = piece.paragraph.spot, piece.paragraph.section
        page = pages[section] if section < len(pages) else None
        if page is None or not page.width or spot.table in told or spot.width <= page.width - page.left:
            continue
        told.add(spot.table)
        facts = {"measure": figure(spot.width), "wanted": figure(page.width - page.left - page.right)}
        yield breach(paper, _WIDE_TABLE, layout.general(3), [piece], table=spot.table, **facts)


def _paper(paper: CheckedPaper, page: Page, number: int) -> Iterator[FormBreach]:
    sides = sorted((page.width, page.height))
    if any(
        abs(side - wanted) > limits.PAPER_TOLERANCE for side, wanted in zip(sides, layout.A4, strict=True)
    ):
        width, height = figure(page.width), figure(page.height)
        yield breach(paper, _PAPER, layout.general(1), section=number, width=width, height=height)


def _margins(paper: CheckedPaper, page: Page, number: int) -> Iterator[FormBreach]:
    edges = layout.edges(paper.profile)
    if edges is None or page.width > page.height:
        return
    for side, words in _SIDES:
        least, most = getattr(edges, side)
        measure = getattr(page, side)
        if not least - limits.TOLERANCE <= measure <= most + limits.TOLERANCE:
            facts = {"side": words, "measure": figure(measure), "wanted": range_of(least, most)}
            yield breach(paper, _MARGIN, edges.rule, section=number, **facts)


def _numbers(paper: CheckedPaper) -> Iterator[FormBreach]:
    rule = layout.general(7)
    if paper.profile is not Profile.ADMINISTRATIVE or not paper.setting.pages:
        return
    first = paper.setting.pages[0]
    above = _in_margins(paper, [page.headers for page in paper.setting.pages])
    below = _in_margins(paper, [page.footers for page in paper.setting.pages])
    numbered = [item.paged for item in (*above, *below) if item.paged]
    if not numbered:
        if sum(len(piece.text) for piece in paper.body) > limits.LONG_ENOUGH:
            yield breach(paper, _NO_NUMBERS, rule)
        return
    kind = "first" if first.titled else "default"
    named = [parts.get(kind, "") for parts in (first.headers, first.footers)]
    on_first = [item for name in named for item in _of_parts(paper, name)]
    if any(item.paged and not item.chosen for item in on_first):
        yield breach(paper, _SHOWN_FIRST, rule)
    if not any(item.paged and _centred(item) for item in above):
        yield breach(paper, _NUMBER_PLACE, rule)
    yield from _look(paper, numbered[0])


def _in_margins(paper: CheckedPaper, kinds: Iterable[Mapping[str, str]]) -> list[SetParagraph]:
    """What stands at the top, or at the foot, of pages that are not the first."""
    names = dict.fromkeys(parts.get("default", "") for parts in kinds)
    return [item for name in names for item in _of_parts(paper, name)]


def _centred(item: SetParagraph) -> bool:
    """Whether a number stands in the middle: by its paragraph, its frame, or the tab of headers.

    Where a text box stands only Word knows.
    """
    return (
        item.boxed
        or item.block.align == "center"
        or (item.text.startswith("\t") and not item.text.startswith("\t\t"))
    )


def _look(paper: CheckedPaper, look: LetterLook) -> Iterator[FormBreach]:
    least, most = layout.PAGE_NUMBER
    if not least <= look.size <= most or look.italic:
        slanted = "nghiêng" if look.italic else "đứng"
        yield breach(paper, _NUMBER_LOOK, layout.general(7), size=figure(look.size), look=f"kiểu {slanted}")


def _of_parts(paper: CheckedPaper, name: str) -> tuple[SetParagraph, ...]:
    return paper.setting.others.get(name, ())
