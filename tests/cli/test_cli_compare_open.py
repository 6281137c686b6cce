"""Comparing as a user does: what was not followed, read or compared is told in every medium."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from kcdocs.cli import root
from kcdocs.cli.base import run
from kcdocs.diff.compare import compare
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Instrument
from kcdocs.model.line import Line, Note, Source

OLD = """NGHỊ ĐỊNH
Về đèn biển
Số: 7/2020/NĐ-CP
Điều 1. Đèn
1. Đèn sáng từ 18 giờ.
2. Đèn (loại lớn, loại vừa) có người trông.
Điều 2. Tàu
1. Tàu giảm tốc độ khi qua đèn.
2. Tàu báo tin cho trạm.
"""

HEAD = """NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP về đèn biển
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP
"""

REFUSED = f"{HEAD}1. Bãi bỏ khoản 9 Điều 2.\n"
UNCLEAR = f"{HEAD}1. Bãi bỏ khoản 2 Điều 2 lờ mờ khi trời nắng.\n"
SAME = "không có gì khác nhau"


def _files(folder: Path, old: str, new: str) -> tuple[str, str]:
    names = folder / "cu.txt", folder / "moi.txt"
    for name, text in zip(names, (old, new), strict=True):
        name.write_text(text, "utf-8")
    return str(names[0]), str(names[1])


def _table_text(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def _sheet_text(path: Path) -> str:
    book = load_workbook(path, rich_text=False)
    return "\n".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell
    )


def _in_medium(medium: str, folder: Path, *texts: str, more: tuple[str, ...] = ()) -> tuple[int, str]:
    """The exit code, and all words of the report on one line."""
    out = folder / f"ra.{medium}"
    saving = ["--out", str(out)] if medium in _FILES else []
    said = io.StringIO()
    with redirect_stdout(said), pytest.raises(SystemExit) as left:
        run(root, ["compare", *texts, *more, "--format", medium, *saving])
    shown = _FILES[medium](out) if out.exists() else said.getvalue()
    return int(left.value.code or 0), " ".join(shown.split())


_FILES = {"docx": _table_text, "xlsx": _sheet_text}
MEDIA = ("terminal", "html", "json", "docx", "xlsx")


@pytest.mark.parametrize("medium", MEDIA)
def test_a_refused_command_is_told_with_its_reason_and_nothing_is_called_the_same(medium, tmp_path):
    code, report = _in_medium(medium, tmp_path, *_files(tmp_path, OLD, REFUSED))
    assert code == 1
    assert "Văn bản gốc không có khoản 9 Điều 2" in report
    assert "khoản 1 Điều 1 của văn bản sửa đổi" in report
    assert SAME not in report


@pytest.mark.parametrize("medium", MEDIA)
def test_an_unclear_command_is_told_with_the_words_not_understood(medium, tmp_path):
    code, report = _in_medium(medium, tmp_path, *_files(tmp_path, OLD, UNCLEAR))
    assert code == 1
    assert "lờ mờ khi trời nắng" in report
    assert SAME not in report


@pytest.mark.parametrize("medium", ["docx", "xlsx"])
def test_a_table_never_calls_kept_what_an_open_command_is_on(medium, tmp_path):
    texts = _files(tmp_path, OLD, UNCLEAR)
    _, report = _in_medium(medium, tmp_path, *texts)
    assert "Chưa rõ có giữ nguyên hay không, vì chưa áp được lệnh" in report
    places = json.loads(_in_medium("json", tmp_path, *texts)[1])["unfollowed"]
    assert [item["target"] for item in places] == ["dieu-2.khoan-2"]


@pytest.mark.parametrize("medium", MEDIA)
def test_words_struck_by_hand_and_formulas_are_told_of_either_side(medium, tmp_path):
    names = [tmp_path / "cu.docx", tmp_path / "moi.docx"]
    for name, strike in zip(names, (True, False), strict=True):
        document = Document()
        for line in OLD.splitlines()[3:]:
            document.add_paragraph(line)
        document.paragraphs[-1].add_run(" Ngay.").font.strike = strike
        document.save(str(name))
    code, report = _in_medium(medium, tmp_path, *map(str, names))
    assert code == 1
    assert "WD204" in report
    assert SAME not in report


@pytest.mark.parametrize("medium", MEDIA)
def test_a_gap_in_the_numbers_is_told_of_either_side(medium, tmp_path):
    gap = OLD.replace("2. Tàu báo", "3. Tàu báo")
    for number, texts in enumerate(((OLD, gap), (gap, OLD))):
        folder = tmp_path / str(number)
        folder.mkdir()
        code, report = _in_medium(medium, folder, *_files(folder, *texts))
        assert code == 1
        assert "PA101" in report


@pytest.mark.parametrize("medium", ["terminal", "html", "docx", "xlsx"])
def test_equal_texts_are_called_so_with_what_was_not_compared(medium, tmp_path):
    code, report = _in_medium(medium, tmp_path, *_files(tmp_path, OLD, OLD))
    assert code == 0
    assert SAME in report
    assert "Không so sánh: kiểu chữ" in report


def test_the_mark_of_a_repealed_provision_is_never_mixed_with_its_words(tmp_path):
    draft = f"{HEAD}1. Bãi bỏ khoản 2 Điều 1.\n"
    _, report = _in_medium("terminal", tmp_path, *_files(tmp_path, OLD, draft))
    assert "[-Đèn (loại lớn, loại vừa) có người trông.-]{+(được bãi bỏ)+}" in report


@pytest.mark.parametrize("medium", MEDIA)
def test_words_of_an_amending_draft_that_nobody_understands_are_told(medium, tmp_path):
    draft = f"{HEAD}1. Bãi bỏ khoản 2 Điều 1.\n2. Trạm trưởng vui lòng nhớ.\n"
    code, report = _in_medium(medium, tmp_path, *_files(tmp_path, OLD, draft))
    assert code == 1
    assert "RP203" in report
    assert "khoản 2 Điều 1 của văn bản sửa đổi" in report


def test_applying_tells_of_such_words_too_and_the_exit_code_says_so(told, tmp_path):
    old, draft = _files(tmp_path, OLD, f"{HEAD}1. Bãi bỏ khoản 2 Điều 1.\n2. Trạm trưởng vui lòng nhớ.\n")
    code, said = told("amend", "apply", old, draft)
    assert code == 1
    assert "RP203" in said
    assert "khoản 2 Điều 1 của văn bản sửa đổi" in said


def _noted(*notes: str) -> Instrument:
    lines = [Line(words, Source("x", "", number)) for number, words in enumerate(notes)]
    return Instrument(Citation(), (), notes=tuple(Note(str(n), (line,)) for n, line in enumerate(lines, 1)))


def test_footnotes_that_differ_are_told_with_both_wordings():
    (told,) = compare(
        _noted("Trừ Côn Đảo.", "Tính theo hải lý."), _noted("Kể cả Côn Đảo.", "Tính theo hải lý.")
    ).findings
    assert told.code == "DF206"
    assert "“Trừ Côn Đảo.”; nay là “Kể cả Côn Đảo.”" in told.message


def test_footnotes_that_differ_in_form_are_told_as_no_more():
    (told,) = compare(_noted("Trừ Côn Đảo.", "A."), _noted("A.", "trừ  Côn Đảo")).findings
    assert told.code == "DF210"
    assert "“Trừ Côn Đảo.”; nay là “trừ Côn Đảo”" in told.message


def test_a_footnote_that_stands_once_more_is_told_once():
    (told,) = compare(_noted("Trừ Côn Đảo.", "Trừ Côn Đảo."), _noted("Trừ Côn Đảo.")).findings
    assert (told.code, "nay là (không có)" in told.message) == ("DF206", True)


@pytest.mark.parametrize("turned", [False, True])
def test_few_footnotes_of_one_text_alone_are_told_by_their_words_many_once(turned):
    for count, codes in ((20, ["DF206"] * 20), (21, ["DF207"])):
        texts = _noted(*(f"Lời {number}." for number in range(count))), _noted()
        found = compare(*(reversed(texts) if turned else texts)).findings
        assert [told.code for told in found] == codes


def _report(folder: Path, old: str, new: str, *more: str) -> tuple[int, str]:
    return _in_medium("terminal", folder, *_files(folder, old, new), more=more)


BODY = OLD[OLD.index("Điều 1.") :]


@pytest.mark.parametrize(
    "stray",
    [
        "“Điều 3. Kiểm tra\n1. Trạm kiểm tra hằng năm.\n",
        "“3. Xã giúp trạm.”\n",
        "3. Sửa đổi khoản 1 Điều 1 như sau:\n“1. Đèn sáng từ 17 giờ.”\n",
    ],
)
def test_a_stray_quotation_never_hides_a_change_elsewhere(stray, tmp_path):
    code, report = _report(tmp_path, BODY, BODY.replace("giảm", "không giảm") + stray)
    assert code == 1
    assert "{+không +}giảm tốc độ" in report
    assert ("AM130" in report) == ("Sửa đổi" in stray)


def test_a_draft_without_title_whose_articles_command_is_applied(tmp_path):
    draft = "Điều 1. Sửa đổi khoản 1 Điều 1 như sau:\n“1. Đèn sáng từ 17 giờ.”\nĐiều 2. Hiệu lực\nTừ mai.\n"
    code, report = _report(tmp_path, BODY, draft)
    assert code == 1
    assert "đã áp 1/1 lệnh" in report
    assert "[-18-]{+17+} giờ" in report


MIXED = (
    "Điều 1. Cảng\nCảng mở cửa cả ngày.\nĐiều 2. Sửa đổi khoản 1 Điều 1 như sau:\n“1. Đèn sáng từ 17 giờ.”\n"
)


def test_a_mixture_that_does_not_answer_the_old_text_is_asked_about(tmp_path, capfd):
    code, report = _report(tmp_path, BODY, MIXED)
    assert (code, report) == (2, "")
    assert "AM010" in capfd.readouterr().err
    assert "đã áp 1/1 lệnh" in _report(tmp_path, BODY, MIXED, "--draft", "amending")[1]
    whole = _report(tmp_path, BODY, MIXED, "--draft", "whole")[1]
    assert "đã áp" not in whole
    assert "Cảng mở cửa cả ngày" in whole


def test_an_article_that_no_text_has_is_refused_by_name(tmp_path, capfd):
    code, report = _report(tmp_path, BODY, BODY.replace("giảm", "tăng"), "--article", "99", "--article", "1")
    assert (code, report) == (2, "")
    said = " ".join(capfd.readouterr().err.split())
    assert "RP112" in said
    assert "Không văn bản nào được so sánh có Điều 99." in said


def test_heads_are_left_out_where_one_text_has_none_and_that_is_said(tmp_path):
    for old, new in ((OLD, BODY), (BODY, OLD)):
        code, report = _report(tmp_path, old, new)
        assert code == 0
        assert "DF208" in report
        assert "chỉ có phần nội dung" in report
