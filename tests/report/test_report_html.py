"""The HTML page as text: what it says, what it escapes, what it lets run."""

from __future__ import annotations

import base64
import hashlib

import pytest
from lxml import html as parser

from kcdocs.diff.compare import compare
from kcdocs.model.citation import Citation
from kcdocs.model.comparison import ChangeClass, Comparison
from kcdocs.model.instrument import Instrument
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading
from kcdocs.report import frame, html
from kcdocs.report.selection import Selection


@pytest.fixture(scope="module")
def page(sample):
    return parser.document_fromstring(html.render(sample))


def words(element):
    return " ".join(element.text_content().split())


def part(page, anchor):
    return words(page.get_element_by_id(anchor))


def test_the_policy_names_the_very_style_and_script_of_the_page(page):
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none';")
    for name in ("style", "script"):
        text = page.xpath(f"//{name}")[0].text
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert page.xpath("//@style") == []


def test_nothing_is_loaded_from_elsewhere(page):
    addresses = page.xpath("//@src | //@href")
    assert all(address.startswith(("#", "data:")) for address in addresses)
    assert "url(" not in page.xpath("//style")[0].text


@pytest.mark.parametrize("articles", [(), ("3",), ("4",), ("77",)])
def test_every_link_leads_somewhere(sample, articles):
    page = parser.document_fromstring(html.render(sample, Selection(articles=frozenset(articles))))
    anchors = set(page.xpath("//@id"))
    assert {link[1:] for link in page.xpath("//a/@href")} <= anchors
    assert len(anchors) == len(page.xpath("//@id"))


def test_a_served_page_brings_each_row_once_and_the_far_ones_last(monkeypatch):
    monkeypatch.setattr(frame, "_MEASURES", {"batched": 1, "listed": 1})
    old = "".join(f"Điều {n}. Hạn {n}\nTrả lời trong {n} ngày.\n" for n in range(1, 7))
    comparison = compare(*(parse(reading(text)) for text in (old, old.replace("ngày", "tháng"))))
    whole = parser.document_fromstring(html.render(comparison))
    served = parser.fragment_fromstring(html.fragment(comparison), create_parent="body")

    rows = whole.find_class("row")
    assert [words(row) for row in served.find_class("row")] == [words(row) for row in rows]
    far = [row.xpath("boolean(ancestor::template)") for row in served.find_class("row")]
    assert far == sorted(far)
    assert 0 < sum(far) < len(rows)
    kept = served.xpath("//template[@data-later]/@data-later")
    assert sorted(f"later-{number}" for number in kept) == sorted(served.xpath("//template/@id"))


def test_the_overview_tells_findings_quantities_phrases_and_references(page):
    assert "Cảnh báo DF101 Khoản 1 Điều 4. Viện dẫn chưa sửa theo số thứ tự mới." in part(page, "phat-hien")
    first = page.get_element_by_id("con-so").xpath(".//tbody/tr")[0]
    assert [words(cell) for cell in first] == ["Khoản 1 Điều 3", "thời hạn", "30 ngày", "15 ngày"]
    assert "làng nghề → cộng đồng nghề" in part(page, "cum-tu")
    assert "Viện dẫn (1 cần xem, 1 đã sửa theo)" in part(page, "vien-dan")
    assert "“khoản 1 Điều 3”" in part(page, "vien-dan")


def test_old_and_new_words_stand_whole_in_their_columns(sample, page):
    for index, row in enumerate(sample.rows):
        if not row.changes:
            continue
        cells = page.get_element_by_id(f"r{index}").find_class("cell")
        for nodes, cell in ((row.olds, cells[0]), (row.news, cells[1])):
            for node in nodes:
                shown = cell.text_content().replace("<U+00D0>", "")
                assert " ".join(node.text.split()) in " ".join(shown.split())


def test_marks_are_told_by_element_and_class_of_change(page):
    row = page.xpath("//section[contains(@aria-label, 'khoản 1 Điều 3')]")[0]
    marked = [
        (one.tag, one.text_content(), one.get("class"))
        for one in row.xpath(".//*[@class='cell mot']//ins | .//*[@class='cell mot']//del")
    ]
    assert marked == [
        ("del", "30", None),
        ("ins", "15", None),
        ("del", "làng nghề", None),
        ("ins", "cộng đồng nghề", None),
        ("del", "Điều 2", "quiet"),
        ("ins", "Điều 3", "quiet"),
    ]
    assert row.xpath(".//ins/@title")[1] == "thay cụm từ: “làng nghề” → “cộng đồng nghề”, 3 nơi"


def test_an_unsure_pair_says_so_and_why(page):
    row = page.xpath("//section[contains(@data-c, 'chua-chac')]")[0]
    assert "chưa chắc, cần xem lại" in words(row)
    assert "Nội dung tương tự; giống nhau 61%; ứng viên kế tiếp 55%." in words(row)
    assert row.xpath(".//details[@class='why']/@open") == [""]


def test_a_clause_that_left_an_article_is_told_there_with_a_link(page):
    (gone,) = page.find_class("gone")
    assert words(gone) == "Khoản 3 Điều 5 của văn bản cũ nay là khoản 2 Điều 2."


def test_noise_is_folded_with_its_count(page):
    folds = [words(fold.find("summary")) for fold in page.find_class("quiet") if fold.tag == "details"]
    assert "Điều 4 … khoản 1 Điều 4: 1 đoạn không thay đổi; 1 nơi chỉ thay đổi về kỹ thuật" in folds


def test_a_selection_leaves_other_rows_out_but_not_the_counts(sample):
    cut = parser.document_fromstring(html.render(sample, Selection(only=frozenset({ChangeClass.ADDED}))))
    assert {row.get("data-c") for row in cut.find_class("changed")} == {"bo-sung"}
    assert "Chỉ hiện loại thay đổi: bổ sung." in part(cut, "tom-tat")
    assert "nội dung" in part(cut, "tom-tat")


def test_hostile_values_stay_text(sheet):
    sheet.row("dieu-1", "dieu-1", "</p><script>alert(1)</script> & <noi-dung|a\"b|c'd>", "noi-dung")
    text = html.render(sheet.comparison())
    assert "<script>alert" not in text
    assert parser.document_fromstring(text).xpath("count(//script)") == 1


def test_equal_texts_give_a_page_that_says_so():
    same = Instrument(Citation(), (), name="x.txt")
    page = parser.document_fromstring(html.render(Comparison(same, same, ())))
    assert "Hai văn bản không có gì khác nhau về lời văn: " in part(page, "tom-tat")
    assert page.find_class("bar") == []


def test_the_same_comparison_gives_the_same_page(sample):
    assert html.render(sample) == html.render(sample)
