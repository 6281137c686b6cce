"""Comparing files as a user does: sides, media, exit codes, fixes, refusals."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import jsonschema_rs
import pytest

from kcdocs.api import compare as api
from kcdocs.cli.compare import command
from kcdocs.decrees.errors import NoArticlesError
from kcdocs.errors import KcdocsError
from kcdocs.model.comparison import ChangeClass, Outcome, Pass
from kcdocs.model.format import COMPARISON, Format
from kcdocs.report.chain import Chain
from kcdocs.report.errors import BadFixesError
from kcdocs.report.units import units

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "reference" / "comparison.schema.json").read_text("utf-8"))

OLD = """Điều 1. Bến đò
1. Bến đò mở cửa từ 5 giờ đến 19 giờ.
2. Người lái đò mang áo phao cho khách.
Điều 2. Giá vé
1. Giá vé một lượt là 5.000 đồng.
2. Trẻ em dưới 6 tuổi không phải mua vé theo khoản 1 Điều này.
Điều 3. Trách nhiệm
1. Xã kiểm tra bến đò mỗi quý một lần theo Điều 1 Nghị định này.
2. Chủ bến sửa chữa cầu lên xuống trước mùa lũ.
"""
NEW = """Điều 1. Bến đò
1. Bến đò mở cửa từ 5 giờ đến 21 giờ.
2. Người lái đò mang áo phao cho khách.
Điều 2. Đăng ký phương tiện
1. Mỗi đò được gắn một biển số do huyện cấp và ghi vào sổ.
Điều 3. Giá vé
1. Giá vé một lượt là 5.000 đồng.
2. Trẻ em dưới 6 tuổi không phải mua vé theo khoản 1 Điều này.
Điều 4. Trách nhiệm
1. Xã kiểm tra bến đò mỗi quý một lần theo Điều 1 Nghị định này.
2. Chủ bến sửa chữa cầu lên xuống trước mùa lũ.
"""


def as_docx(path, text):
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(path)
    return path


@pytest.fixture
def sides(tmp_path):
    """Two Word files."""
    return str(as_docx(tmp_path / "cu.docx", OLD)), str(as_docx(tmp_path / "moi.docx", NEW))


def run(*words, **environment):
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *map(str, words)],
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8", **environment},
        check=False,
    )


def test_one_clause_changed_and_one_article_added_are_exactly_what_is_found(sides):
    comparison = api.compare(*sides)
    told = {
        str(row.address): row.changes
        for row in comparison.rows
        if not {ChangeClass.TECHNICAL}.issuperset(row.changes)
    }
    assert told == {
        "dieu-1.khoan-1": (ChangeClass.SUBSTANCE,),
        "dieu-2": (ChangeClass.ADDED,),
        "dieu-2.khoan-1": (ChangeClass.ADDED,),
    }


def test_a_text_compared_with_itself_has_no_differences(sides):
    assert not api.differs(Chain.of(api.compare(sides[0], sides[0])))


def test_a_further_instrument_s_references_are_followed(sides, tmp_path):
    circular = tmp_path / "thong-tu.txt"
    circular.write_text("Điều 1. Giá vé\n1. Vé được in theo Điều 2 Nghị định số 7/2020/NĐ-CP.\n", "utf-8")
    header = "CHÍNH PHỦ\nSố: 7/2020/NĐ-CP\nNGHỊ ĐỊNH\nVề bến đò\n"
    old = tmp_path / "goc.txt"
    old.write_text(header + OLD, "utf-8")
    impacts = api.compare(str(old), sides[1], affected=[str(circular)]).impacts
    outer = [one for one in impacts if one.instrument == str(circular)]
    assert [one.outcome for one in outer] == [Outcome.MISSED]
    assert "Điều 3" in outer[0].proposed


@pytest.mark.parametrize("medium", COMPARISON)
def test_every_medium_writes_its_file_and_nothing_else(sides, tmp_path, medium):
    out = tmp_path / "ra" / "ket-qua"
    api.compare_files(*sides, medium.value, out)
    assert [path.name for path in out.parent.iterdir()] == ["ket-qua"]
    assert out.stat().st_size > 500


def test_the_json_of_a_real_comparison_obeys_the_schema(sides):
    text = api.render(Chain.of(api.compare(*sides)), Format.JSON)
    jsonschema_rs.validator_for(SCHEMA).validate(json.loads(text))


def test_a_second_table_keeps_what_people_wrote_in_the_first(sides, tmp_path):
    out = tmp_path / "ban-so-sanh.docx"
    api.compare_files(*sides, "docx", out)
    document = docx.Document(str(out))
    row = next(row for row in document.tables[1].rows if "21 giờ" in row.cells[2].text)
    row.cells[3].paragraphs[-1].add_run("Theo đề nghị của nhân dân.")
    document.save(str(out))
    api.compare_files(*sides, "docx", out)
    again = docx.Document(io.BytesIO(out.read_bytes()))
    kept = [row.cells[2].text for row in again.tables[1].rows if "nhân dân" in row.cells[3].text]
    assert kept == ["1. Bến đò mở cửa từ 5 giờ đến 21 giờ."]


def test_a_draft_file_of_pairs_is_made_and_its_pairs_are_honoured(sides, tmp_path):
    fixes = tmp_path / "cap.yaml"
    api.compare(*sides, fixes=fixes)
    assert api.compare(*sides, fixes=fixes).findings == api.compare(*sides).findings
    fixes.write_text('- cu: "khoản 2 Điều 1"\n  moi: "khoản 1 Điều 2"\n', "utf-8")
    comparison = api.compare(*sides, fixes=fixes)
    row = next(row for row in comparison.rows if str(row.address) == "dieu-2.khoan-1")
    assert row.match.by is Pass.FIXED
    assert str(row.olds[0].address) == "dieu-1.khoan-2"


def test_all_faults_of_a_file_of_pairs_are_told_at_once(sides, tmp_path):
    fixes = tmp_path / "cap.yaml"
    fixes.write_text('- cu: "chỗ kia"\n  xx: 1\n- {cu: "", moi: "cũng không"}\n', "utf-8")
    with pytest.raises(BadFixesError) as caught:
        api.compare(*sides, fixes=fixes)
    assert [finding.found for finding in caught.value.findings] == ["xx", "chỗ kia", "cũng không"]


def test_a_text_without_articles_is_refused(tmp_path, sides):
    plain = tmp_path / "thu.txt"
    plain.write_text("Kính gửi bà con.\n", "utf-8")
    with pytest.raises(NoArticlesError):
        api.compare(str(plain), sides[0])


def test_a_picture_named_docx_is_refused(tmp_path, sides):
    picture = tmp_path / "anh.docx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    with pytest.raises(KcdocsError):
        api.compare(str(picture), sides[0])


def test_exit_codes_tell_equal_from_different(sides):
    assert run("compare", sides[0], sides[0]).returncode == 0
    assert run("compare", *sides).returncode == 1


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_any_console_gets_the_report(sides, encoding):
    result = run("compare", *sides, PYTHONIOENCODING=encoding)
    assert result.returncode == 1
    assert b"[-19-]{+21+}" in result.stdout
    assert b"Traceback" not in result.stderr


def test_json_on_a_poor_console_stays_whole(sides):
    result = run("compare", *sides, "--format", "json", PYTHONIOENCODING="ascii")
    assert json.loads(result.stdout.decode())["rows"][0]["new"][0]["spoken"] == "Điều 1"


def test_the_command_offers_every_medium_and_every_class():
    options = {option.name: option.type for option in command.params}
    assert list(options["form"].choices) == [*(medium.value for medium in COMPARISON), "tracked-docx"]
    assert list(options["only"].choices) == [change.value for change in ChangeClass]


def test_only_and_article_cut_what_is_shown(sides):
    text = run("compare", *sides, "--article", "Điều 1", "--only", "noi-dung").stdout.decode()
    assert "[-19-]{+21+}" in text
    assert "biển số" not in text


def test_a_report_never_takes_the_place_of_a_text(sides):
    before = Path(sides[1]).read_bytes()
    result = run("compare", *sides, "--format", "html", "--out", sides[1])
    assert result.returncode == 2
    assert result.stderr.decode().startswith("Lỗi RP104")
    assert Path(sides[1]).read_bytes() == before


def test_a_word_table_needs_a_file_to_go_to(sides):
    result = run("compare", *sides, "--format", "docx")
    assert result.returncode == 2
    assert "--out" in result.stderr.decode()


@pytest.mark.parametrize(
    ("words", "code"), [(("khong-co.docx", "x.txt"), 3), (("45/2012/NĐ-CP", "x.txt"), 6), ((".", "x.txt"), 3)]
)
def test_a_side_that_is_not_there_is_told_in_a_sentence(words, code):
    result = run("compare", *words)
    assert result.returncode == code
    assert result.stderr.decode().startswith("Lỗi ")
    assert "Cách sửa" in result.stderr.decode()


def test_the_real_law_before_and_after_touches_exactly_the_articles_of_its_list(corpus):
    folder = corpus / "luat-mttq"
    lines = [line.split("\t") for line in (folder / "nguon-tung-dieu.tsv").read_text("utf-8").splitlines()]
    listed = {fields[0] for fields in lines[1:] if fields[1] == "DOI"}
    assert len(listed) == 11
    comparison = api.compare(str(folder / "truoc.txt"), str(folder / "sau.txt"))
    touched = {unit.head.news[0].label for unit in units(comparison) if unit.touched}
    assert touched == listed


AMENDING = """NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP về bến đò
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP
1. Sửa đổi, bổ sung khoản 1 Điều 1 như sau:
“1. Bến đò mở cửa từ 5 giờ đến 21 giờ.”.
2. Bãi bỏ khoản 9 Điều 3.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2027.
"""


def test_an_amending_draft_is_applied_before_it_is_compared(tmp_path):
    old, draft = tmp_path / "goc.txt", tmp_path / "sua-doi.txt"
    old.write_text("CHÍNH PHỦ\nSố: 7/2020/NĐ-CP\nNGHỊ ĐỊNH\nVề bến đò\n" + OLD, "utf-8")
    draft.write_text(AMENDING, "utf-8")
    comparison = api.compare(str(old), str(draft))
    assert {str(row.address): row.changes for row in comparison.rows if row.changes} == {
        "dieu-1.khoan-1": (ChangeClass.SUBSTANCE,)
    }
    told = [(finding.code, finding.severity.value) for finding in comparison.findings]
    assert told == [("RP201", "I"), ("RP202", "W")]
    assert "1/2 lệnh" in comparison.findings[0].message
    assert "khoản 9 Điều 3" in comparison.findings[1].message


def test_an_amending_and_a_replacing_draft_stand_in_one_chain():
    folder = ROOT / "decrees" / "mo-phong-lang-nghe"
    names = [str(folder / name) for name in ("van-ban.txt", "du-thao-sua-doi.txt", "du-thao-thay-the.txt")]
    chain = api.compare_texts(names)
    assert [step.findings[0].code for step in chain.steps[:1]] == ["RP201"]
    assert chain.steps[0].new is chain.steps[1].old


def test_the_real_amending_law_touches_exactly_the_articles_of_its_list(corpus):
    folder = corpus / "luat-mttq"
    lines = [line.split("\t") for line in (folder / "nguon-tung-dieu.tsv").read_text("utf-8").splitlines()]
    law = str(folder / "luat-97-2025-qh15.docx")
    comparison = api.compare(str(folder / "truoc.txt"), law, number="75/2015/QH13")
    touched = {unit.head.news[0].label for unit in units(comparison) if unit.touched}
    assert touched == {fields[0] for fields in lines[1:] if fields[1] == "DOI"}
