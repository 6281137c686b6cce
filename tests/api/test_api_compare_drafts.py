"""An original and its drafts: each provision followed, each step told, in every medium."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import docx
import jsonschema_rs
import openpyxl
import pytest

from kcdocs.api import compare as api
from kcdocs.model.comparison import ChangeClass
from kcdocs.model.format import COMPARISON, Format
from kcdocs.report.selection import Selection

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
ORIGINAL = """Điều 1. Bến đò
1. Bến đò mở cửa từ 5 giờ đến 19 giờ.
2. Người lái đò mang áo phao cho khách.
Điều 2. Giá vé
1. Giá vé một lượt là 5.000 đồng.
2. Trẻ em dưới 6 tuổi không phải mua vé.
Điều 3. Trách nhiệm
1. Xã kiểm tra bến đò mỗi quý một lần.
"""
FIRST = ORIGINAL.replace("19 giờ", "21 giờ").replace(
    "Điều 2. Giá vé", "Điều 2. Biển số\n1. Mỗi đò được gắn một biển số do huyện cấp.\nĐiều 3. Giá vé"
)
FIRST = FIRST.replace("Điều 3. Trách nhiệm", "Điều 4. Trách nhiệm")
SECOND = ORIGINAL.replace("19 giờ", "22 giờ").replace("5.000", "6.000")


@pytest.fixture
def names(tmp_path):
    """Three files: the original, the first draft, the second."""
    paths = []
    for name, text in (("goc.txt", ORIGINAL), ("lan-1.txt", FIRST), ("lan-2.txt", SECOND)):
        (tmp_path / name).write_text(text, "utf-8")
        paths.append(str(tmp_path / name))
    return paths


@pytest.fixture
def chain(names):
    return api.compare_texts(names)


def told(chain):
    """Addresses in the three texts → classes of the two steps, of what changed."""
    return {
        "/".join(",".join(str(node.address) for node in nodes) for nodes in strand.versions): [
            sorted(strand.changes(step)) for step in (0, 1)
        ]
        for group in chain.groups
        for strand in group
        if strand.changed
    }


def test_each_provision_is_followed_through_all_texts(chain):
    technical, substance = [ChangeClass.TECHNICAL], [ChangeClass.SUBSTANCE]
    assert told(chain) == {
        "dieu-1.khoan-1/dieu-1.khoan-1/dieu-1.khoan-1": [substance, substance],
        "/dieu-2/": [[ChangeClass.ADDED], [ChangeClass.REPEALED]],
        "/dieu-2.khoan-1/": [[ChangeClass.ADDED], [ChangeClass.REPEALED]],
        "dieu-2/dieu-3/dieu-2": [technical, technical],
        "dieu-2.khoan-1/dieu-3.khoan-1/dieu-2.khoan-1": [[], substance],
        "dieu-3/dieu-4/dieu-3": [technical, technical],
    }


def test_every_provision_of_every_text_stands_in_exactly_one_strand(chain):
    texts = [chain.steps[0].old, *(step.new for step in chain.steps)]
    for version, text in enumerate(texts):
        held = [id(node) for group in chain.groups for strand in group for node in strand.versions[version]]
        assert sorted(held) == sorted(id(node) for node in text.walk())


def test_an_article_that_a_later_draft_dropped_stays_where_it_stood(chain):
    heads = [str(group[0].node.address) + group[0].node.text for group in chain.groups]
    assert heads == ["dieu-1Bến đò", "dieu-2Biển số", "dieu-2Giá vé", "dieu-3Trách nhiệm"]


def test_the_words_of_a_middle_draft_tell_what_came_and_what_goes(chain):
    strand = chain.groups[0][1]
    (strokes,) = chain.strokes(strand, 1)
    assert "".join(stroke.text for stroke in strokes) == "1. Bến đò mở cửa từ 5 giờ đến 21 giờ."
    marked = [(s.text, s.came, s.goes) for s in strokes if s.came or s.goes]
    assert marked == [("21", ChangeClass.SUBSTANCE, ChangeClass.SUBSTANCE)]


def test_a_clause_split_in_one_draft_and_joined_in_the_next_is_one_strand(tmp_path):
    joined = "1. Chủ đò đóng phí bến mỗi tháng và ghi sổ hành khách hằng ngày cho ban quản lý."
    split = "1. Chủ đò đóng phí bến mỗi tháng.\n2. Chủ đò ghi sổ hành khách hằng ngày cho ban quản lý."
    names = []
    for number, text in enumerate((joined, split, joined)):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"Điều 1. Nghĩa vụ\n{text}\n", "utf-8")
        names.append(str(path))
    chain = api.compare_texts(names)
    strand = next(one for group in chain.groups for one in group if one.changed)
    assert [[str(node.address) for node in nodes] for nodes in strand.versions] == [
        ["dieu-1.khoan-1"],
        ["dieu-1.khoan-1", "dieu-1.khoan-2"],
        ["dieu-1.khoan-1"],
    ]
    assert (ChangeClass.SPLIT in strand.changes(0), ChangeClass.MERGED in strand.changes(1)) == (True, True)


@pytest.mark.parametrize("medium", COMPARISON)
def test_every_medium_reports_all_steps(chain, medium):
    report = api.render(chain, medium)
    text = report if isinstance(report, str) else ""
    if medium is Format.TERMINAL:
        assert "Dự thảo 2 so với dự thảo 1: nội dung" in text
    elif medium is Format.HTML:
        assert text.count('class="cells many"') == 6
    assert len(report) > 1000


def test_the_json_of_drafts_obeys_its_schema(chain):
    comparison = json.loads((REFERENCE / "comparison.schema.json").read_text("utf-8"))
    drafts = json.loads((REFERENCE / "drafts.schema.json").read_text("utf-8"))
    registry = jsonschema_rs.Registry([(comparison["$id"], comparison)])
    validator = jsonschema_rs.validator_for(drafts, registry=registry)
    document = json.loads(api.render(chain, Format.JSON))
    validator.validate(document)
    document["steps"][0]["rows"][0].pop("changes")
    assert not validator.is_valid(document)


def test_the_table_has_a_column_for_each_text(chain):
    table = docx.Document(io.BytesIO(api.render(chain, api.Format.DOCX))).tables[1]
    assert [cell.text for cell in table.rows[0].cells] == [
        "STT",
        "QUY ĐỊNH HIỆN HÀNH",
        "DỰ THẢO 1",
        "DỰ THẢO 2",
        "THUYẾT MINH",
    ]
    rows = [[cell.text for cell in row.cells[1:]] for row in table.rows]
    dropped = next(row for row in rows if "Biển số" in row[1])
    assert (dropped[0], dropped[2]) == ("(Dòng mới)", "(Bãi bỏ)")
    assert dropped[3].startswith("Dự thảo 1 so với bản gốc:\nLoại thay đổi: bổ sung.")


def test_explanations_of_the_first_draft_s_table_go_into_the_table_of_both(names, tmp_path):
    out = tmp_path / "ban-so-sanh.docx"
    api.save(out, api.render(api.compare_texts(names[:2]), api.Format.DOCX), api.Format.DOCX)
    document = docx.Document(str(out))
    row = next(row for row in document.tables[1].rows if "21 giờ" in row.cells[2].text)
    row.cells[3].paragraphs[-1].add_run("Theo ý kiến của xã.")
    document.save(str(out))
    both = api.render(api.compare_texts(names), api.Format.DOCX, earlier=out)
    table = docx.Document(io.BytesIO(both)).tables[1]
    kept = [row.cells[3].text for row in table.rows if "Theo ý kiến của xã." in row.cells[4].text]
    assert kept == ["1. Bến đò mở cửa từ 5 giờ đến 22 giờ."]


def test_a_selection_cuts_all_steps(chain):
    only = Selection(articles=frozenset({"1"}))
    text = api.render(chain, Format.TERMINAL, only)
    assert "[-21-]{+22+}" in text
    assert "[-5.000-]" not in text


@pytest.fixture
def misled(tmp_path):
    """Drafts of which the second follows a reference into nothing."""
    original = "Điều 1. Bến đò\n1. Giá vé theo khoản 1 Điều 2.\nĐiều 2. Giá vé\n1. Giá vé là 5.000 đồng.\n"
    texts = (original, original.replace("5.000", "6.000"), original.replace("Điều 2. Giá", "Điều 3. Giá"))
    paths = [tmp_path / f"{number}.txt" for number in range(3)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    return api.compare_texts([str(path) for path in paths])


def test_what_is_found_in_a_step_is_told_in_every_medium(misled, tmp_path):
    code, step = "DF201", "Dự thảo 2 so với dự thảo 1"

    page = api.render(misled, Format.HTML)
    assert page.count(f"Lỗi {code}") == 1
    assert page.index('id="phat-hien"') < page.index(f"<h3>{step}</h3>") < page.index(code)
    assert code in api.render(misled, Format.TERMINAL)
    assert code in api.render(misled, Format.JSON)
    word = docx.Document(io.BytesIO(api.render(misled, Format.DOCX)))
    below = [paragraph.text for paragraph in word.paragraphs]
    told = below[below.index(f"Phát hiện ({step}):") :]
    assert [words for words in told if words.startswith(f"Khoản 1 Điều 1. Lỗi {code}: ")]
    book = openpyxl.load_workbook(io.BytesIO(api.render(misled, Format.XLSX)))
    (sheet,) = (sheet for sheet in book if sheet.title.startswith("Phát hiện Dự thảo 2"))
    assert (f"Lỗi {code}", "Khoản 1 Điều 1") in [row[:2] for row in sheet.iter_rows(values_only=True)]


def test_no_medium_turns_the_direction_of_a_draft_s_words(tmp_path):
    for name, words in (("cu.txt", "001"), ("moi.txt", "\u202e100\u202c\x1b[8m")):
        (tmp_path / name).write_text(f"Điều 1. Mức\n1. Mức là {words} đồng.\n", "utf-8")
    found = api.compare_texts([str(tmp_path / "cu.txt"), str(tmp_path / "moi.txt")])

    for form in (Format.DOCX, Format.XLSX):
        with zipfile.ZipFile(io.BytesIO(api.render(found, form))) as package:
            told = "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
        assert "‹U+202E›" in told
        assert not set(told) & {"\u202e", "\u202c", "\x1b"}
    assert not set(api.render(found, Format.HTML)) & {"\u202e", "\u202c", "\x1b"}


def test_what_the_machine_found_is_not_kept_as_what_a_person_wrote(misled, tmp_path):
    out = tmp_path / "ban-so-sanh.docx"
    api.save(out, api.render(misled, Format.DOCX), Format.DOCX)

    again = docx.Document(io.BytesIO(api.render(misled, Format.DOCX, earlier=out)))

    assert sum("DF201" in paragraph.text for paragraph in again.paragraphs) == 1
