"""What papers of a dossier state in the many ways of offices."""

from __future__ import annotations

import pytest

from kcdocs.dossier.sayings import Measure, announces_layout, sayings, says_silent

ARTICLES, CHAPTERS, OPINIONS = Measure.ARTICLES, Measure.CHAPTERS, Measure.OPINIONS
TAKEN, PARTLY, REASONED = Measure.ACCEPTED, Measure.PARTLY, Measure.EXPLAINED


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("Dự thảo Nghị định gồm 03 điều.", {ARTICLES: 3}),
        ("Dự thảo gồm 02 (hai) Điều:", {ARTICLES: 2}),
        ("Dự thảo Nghị định được bố cục thành 3 chương, 15 điều, cụ thể", {CHAPTERS: 3, ARTICLES: 15}),
        ("Bố cục: Thông tư có ba điều.", {ARTICLES: 3}),
        ("Dự thảo sửa đổi, bổ sung 12 điều của Nghị định số 77/2015/NĐ-CP.", {}),
        ("Nghị định số 77/2015/NĐ-CP gồm 30 điều. Dự thảo gồm 02 điều.", {ARTICLES: 2}),
        ("Dự thảo có Điều 3 quy định về chợ.", {}),
        ("Dự thảo gồm hai mươi hai Điều.", {ARTICLES: 22}),
        ("Dự thảo gồm ba chương, mười lăm (15) điều.", {CHAPTERS: 3, ARTICLES: 15}),
    ],
)
def test_how_many_articles_a_draft_has(line: str, stated: dict[Measure, int]) -> None:
    assert dict(sayings(line)) == stated


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("Tổng số ý kiến góp ý nhận được là 45 ý kiến", {OPINIONS: 45}),
        ("Bộ đã nhận được 1.045 lượt ý kiến.", {OPINIONS: 1045}),
        ("Nhận được 45 ý kiến, trong đó tiếp thu 40, giải trình 5.", {OPINIONS: 45, TAKEN: 40, REASONED: 5}),
        (
            "Tổng cộng 45 ý kiến; tiếp thu: 40; tiếp thu một phần: 2; giải trình: 3",
            {OPINIONS: 45, TAKEN: 40, PARTLY: 2, REASONED: 3},
        ),
        ("Có 8 ý kiến được tiếp thu, 3 ý kiến được giải trình.", {TAKEN: 8, REASONED: 3}),
        ("Bộ không tiếp thu 3 ý kiến.", {}),
        ("Nhận được hai mươi ba ý kiến.", {OPINIONS: 23}),
        ("Đã hoàn thiện trên cơ sở 23 ý kiến nhận được.", {OPINIONS: 23}),
        ("Trong 5 ý kiến nhận được từ Bộ A.", {}),
        ("Nhận được 23 (hai mươi ba) ý kiến góp ý.", {OPINIONS: 23}),
        ("Có 12/23 ý kiến được tiếp thu.", {OPINIONS: 23, TAKEN: 12}),
        ("Giải trình mười một trên tổng số 23 ý kiến.", {OPINIONS: 23, REASONED: 11}),
        ("Có 12 trong số 23 ý kiến góp ý (52%) được tiếp thu.", {OPINIONS: 23, TAKEN: 12}),
        ("Tiếp thu 3/5 ý kiến của Bộ Tài chính.", {TAKEN: 3}),
        ("Đến tháng 12/2026 ý kiến đã đủ.", {}),
        ("Có 35/40 cơ quan gửi ý kiến.", {Measure.OFFICES: 35, Measure.ASKED: 40}),
        ("Bộ đã lấy ý kiến của 40 bộ, ngành; lần thứ hai gửi 12 cơ quan.", {}),
        ("Gửi dự thảo ngày 5/5/2026 tới 40 cơ quan, tổ chức để lấy ý kiến.", {Measure.ASKED: 40}),
        ("Bộ chấp nhận 3 ý kiến của cơ sở.", {}),
        ("Nội dung tiếp thu, giải trình: 1. Về Điều 3", {}),
        ("Bộ Tư pháp nhận được 9 ý kiến khi thẩm định.", {}),
        ("Dự thảo đã gửi thẩm định. Bộ nhận được 45 ý kiến.", {OPINIONS: 45}),
        ("Đã nhận được ý kiến của 12 cơ quan.", {Measure.OFFICES: 12}),
        (
            "Gửi 40 cơ quan, tổ chức; 2 cơ quan, tổ chức, cá nhân có ý kiến.",
            {Measure.ASKED: 40, Measure.OFFICES: 2},
        ),
    ],
)
def test_how_many_opinions_came_and_what_became_of_them(line: str, stated: dict[Measure, int]) -> None:
    assert dict(sayings(line)) == stated


def test_below_the_heading_of_the_layout_the_draft_need_not_be_named() -> None:
    assert announces_layout("1. Bố cục")
    assert dict(sayings("Nghị định gồm 04 điều.", laid_out=True)) == {ARTICLES: 4}
    assert dict(sayings("Nghị định gồm 04 điều.")) == {}
    assert dict(sayings("Nghị định số 77/2015/NĐ-CP gồm 30 điều.", laid_out=True)) == {}


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("Dự thảo Nghị định quy định 03 thủ tục hành chính.", {Measure.PROCEDURES: 3}),
        ("1.1. Dự thảo quy định 1 thủ tục hành chính:", {Measure.PROCEDURES: 1}),
        ("Dự thảo không quy định thủ tục hành chính.", {Measure.PROCEDURES: 0}),
        ("Dự thảo không quy định thủ tục hành chính mới.", {}),
        ("Nghị định số 77/2015/NĐ-CP quy định 05 thủ tục hành chính.", {}),
    ],
)
def test_how_many_administrative_procedures_a_draft_has(line: str, stated: dict[Measure, int]) -> None:
    assert dict(sayings(line)) == stated


@pytest.mark.parametrize(
    ("line", "silent"),
    [
        ("Có 12 nơi khác trả lời và không đề nghị sửa đổi.", True),
        ("Các bộ còn lại nhất trí với nội dung dự thảo.", True),
        ("Mức hỗ trợ đã được Bộ Tài chính thống nhất.", False),
    ],
)
def test_a_line_may_say_that_some_asked_for_nothing(line: str, silent: bool) -> None:
    assert says_silent(line) is silent
