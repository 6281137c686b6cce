"""Rows gathered under their articles, and what they come to in numbers."""

from __future__ import annotations

from kcdocs.model.citation import Citation
from kcdocs.model.comparison import ChangeClass, Comparison
from kcdocs.model.instrument import Instrument
from kcdocs.report.statistics import Count, statistics
from kcdocs.report.units import units


def gathered(comparison):
    return [[str(row.address) for row in unit.rows] for unit in units(comparison)]


def test_every_row_stands_in_exactly_one_unit(sample):
    found = [id(row) for unit in units(sample) for row in unit.rows]
    assert sorted(found) == sorted(map(id, sample.rows))


def test_an_article_gathers_its_clauses_and_the_removed_ones_of_its_predecessor(sample):
    assert gathered(sample)[4] == ["dieu-3", "dieu-3.khoan-1", "dieu-2.khoan-2"]


def test_a_removed_clause_goes_to_its_article_even_if_told_far_from_it(sheet):
    sheet.row("dieu-1", "dieu-1", "Một")
    sheet.row("dieu-2", "dieu-2", "Hai")
    sheet.row("dieu-1.khoan-1", "", "Bỏ đi.", "bai-bo")
    assert gathered(sheet.comparison()) == [["dieu-1", "dieu-1.khoan-1"], ["dieu-2"]]


def test_a_clause_moved_to_another_article_is_told_in_both(sample):
    by_head = {str(unit.head.address): unit for unit in units(sample)}
    assert [str(row.address) for row in by_head["dieu-5"].departed] == ["dieu-2.khoan-2"]
    assert "dieu-2.khoan-2" in [str(row.address) for row in by_head["dieu-2"].rows]
    assert ChangeClass.MOVED in by_head["dieu-5"].changes


def test_merged_articles_gather_the_clauses_of_both(sheet):
    sheet.row("dieu-1 dieu-2", "dieu-1", "Một<gop|\n| >hai", "gop")
    sheet.row("dieu-1.khoan-1", "dieu-1.khoan-1", "Khoản một.")
    sheet.row("dieu-2.khoan-1", "", "Khoản của điều hai.", "bai-bo")
    (unit,) = units(sheet.comparison())
    assert len(unit.rows) == 3
    assert unit.departed == ()


def test_rows_outside_articles_make_a_unit_for_each_run(sheet):
    sheet.row("ten-van-ban", "ten-van-ban", "Tên")
    sheet.row("can-cu-1", "can-cu-1", "Căn cứ")
    sheet.row("dieu-1", "dieu-1", "Một")
    sheet.row("noi-nhan", "noi-nhan", "Nơi nhận")
    assert gathered(sheet.comparison()) == [["ten-van-ban", "can-cu-1"], ["dieu-1"], ["noi-nhan"]]


def test_classes_of_words_count_what_holds_them_and_classes_of_provisions_the_provision(sample):
    counts = {count.change: count for count in statistics(sample).counts}
    assert counts[ChangeClass.SUBSTANCE] == Count(ChangeClass.SUBSTANCE, 2, articles=2, clauses=2, points=0)
    assert counts[ChangeClass.ADDED] == Count(ChangeClass.ADDED, 2, articles=1, clauses=1, points=0)
    assert counts[ChangeClass.MOVED] == Count(ChangeClass.MOVED, 1, articles=0, clauses=1, points=0)


def test_numbering_spelling_and_encoding_alone_touch_no_article(sheet):
    sheet.row("dieu-1", "dieu-2", "Một", "ky-thuat")
    sheet.row("dieu-2", "dieu-3", "Hai <hinh-thuc|kỹ|kĩ>", "hinh-thuc")
    sheet.row("dieu-3", "dieu-4", "Ba <ma-hoa|Ð|Đ>", "ma-hoa")
    counted = statistics(sheet.comparison())
    assert (counted.touched, counted.old_articles, counted.more_than_half) == (0, 3, False)


def test_exactly_half_is_not_more_than_half(sheet):
    sheet.row("dieu-1", "dieu-1", "Một <noi-dung|a|b>", "noi-dung")
    sheet.row("dieu-2", "dieu-2", "Hai")
    counted = statistics(sheet.comparison())
    assert not counted.more_than_half
    assert "chưa quá một nửa" in counted.half_words()


def test_more_than_half_names_the_law(sheet):
    sheet.row("dieu-1", "dieu-1", "Một <noi-dung|a|b>", "noi-dung")
    sheet.row("dieu-2", "dieu-2", "Hai")
    sheet.row("dieu-3", "", "Ba", "bai-bo")
    sheet.row("", "dieu-3", "Bốn", "bo-sung")
    counted = statistics(sheet.comparison())
    assert (counted.touched, counted.old_articles, counted.added) == (2, 3, 1)
    assert "quá một nửa" in counted.half_words()
    assert "khoản 4 Điều 8 Luật số 64/2025/QH15" in counted.half_words()


def test_texts_without_articles_have_no_share():
    nothing = Instrument(Citation(), ())
    assert statistics(Comparison(nothing, nothing, ())).half_words() == ""
