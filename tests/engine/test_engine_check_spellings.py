"""Names in tags in two spellings, or in letters of another script that look Latin."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from check_material import RECORD, template

from kcdocs.api import templates
from kcdocs.api.check_template import check_file
from kcdocs.engine.check import check_template
from kcdocs.engine.shapes import shape_of
from kcdocs.sets.errors import BrokenTemplateError

LETTERS, SPELLINGS = "TP155", "TP156"


def told(data: bytes, *, known: bool = False) -> list[tuple[str, str, str, str]]:
    """Code, severity, what stands there and what was meant, of each fault."""
    report = check_template(data, name="mau.docx", shape=shape_of([RECORD]) if known else None)
    found = [fault.finding for fault in report.faults]
    return [(one.code, str(one.severity), one.found, one.expected) for one in found]


@pytest.mark.parametrize(
    ("tag", "word", "meant"),
    [
        ("{{ s\u043e_hieu }}", "s\u043e_hieu", "so_hieu"),
        ("{{ n\u03bfi_nhan | upper }}", "n\u03bfi_nhan", "noi_nhan"),
        ("{{ \uff54\uff45\uff4e }}", "\uff54\uff45\uff4e", "ten"),
        ("{{ ngay | upp\u0435r }}", "upp\u0435r", "upper"),
        ("{% \u0456f ten %}x{% endif %}", "\u0456f", "if"),
        ("{{ nhom.t\u0435n }}", "nhom.t\u0435n".partition(".")[2], "ten"),
    ],
)
def test_letters_that_only_look_latin_are_told_alone_with_what_was_meant(
    tag: str, word: str, meant: str
) -> None:
    assert told(template(tag)) == [(LETTERS, "E", word, meant)]


@pytest.mark.parametrize(
    "tag",
    ['{{ ten | default("s\u043e") }}', "{{ họ_tên }}", "{{ \u0434\u0430\u0442\u0430 }}", "{# s\u043e #}"],
)
def test_words_in_quotes_and_words_of_another_language_are_left_alone(tag: str) -> None:
    assert told(template(tag)) == []


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (("{{ ho_ten }} {{ ho_ten }}", "{{ Ho_ten }}"), ("E", "Ho_ten", "ho_ten")),
        (("{{ Ho_Ten }}", "{{ ho_ten }}"), ("E", "Ho_Ten", "ho_ten")),
        (("{{ HO_TEN }}", "{{ HO_TEN }}", "{{ ho_ten }}"), ("E", "ho_ten", "HO_TEN")),
        (("{{ họ_tên }}", "{{ ho_ten }}"), ("E", "họ_tên", "ho_ten")),
        (("{{ sở }}", "{{ số }} {{ số }}"), ("W", "sở", "số")),
        (("{% for x in ds %}{{ x.ten }}{{ x.ten }}{{ x.Ten }}{% endfor %}",), ("E", "Ten", "ten")),
        (("{% for muc in ds %}{{ muc.a }}{{ Muc.a }}{% endfor %}",), ("W", "Muc", "muc")),
    ],
)  # fmt: skip
def test_two_spellings_of_a_name_are_told_once_with_the_usual_one(
    lines: tuple[str, ...], fault: tuple[str, str, str]
) -> None:
    assert told(template(*lines)) == [(SPELLINGS, *fault)]


@pytest.mark.parametrize(
    "lines",
    [
        ("{% if True %}{{ ten }}{% endif %}", "{% if true %}x{% endif %}"),
        ("{{ ten | upper }}", "{{ Upper }}"),
        ("{{ ten | default(Ten='x') }}", "{{ ten }}"),
        ("{{ a.ten }}", "{{ b.ten }}"),
        ('{{ ds["Ten"] }}', "{{ ds.ten }}"),
    ],
)
def test_what_is_no_name_of_a_field_is_no_second_spelling(lines: tuple[str, ...]) -> None:
    assert told(template(*lines)) == []


def test_the_other_spelling_is_found_in_another_part_and_named_with_its_place() -> None:
    data = template("{{ co_quan }}", "{{ co_quan }}", header="{{ Co_quan }}")

    (fault,) = check_template(data, name="mau.docx").faults

    assert fault.finding.place.part.startswith("đầu trang")
    assert "«co_quan» (đoạn 1)" in fault.finding.message


def test_a_name_that_only_its_composition_tells_apart_is_told_once() -> None:
    lines = (unicodedata.normalize("NFD", "{{ họ_tên }}"), "{{ họ_tên }}")

    assert [code for code, *_ in told(template(*lines))] == ["TP132"]


def test_where_the_data_are_known_a_wrong_spelling_is_an_unknown_field() -> None:
    assert [code for code, *_ in told(template("{{ so }} {{ So }}"), known=True)] == ["TP201"]


def test_no_set_is_made_and_its_faults_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(tmp_path / "mau"))
    (tmp_path / "a.docx").write_bytes(template("{{ ho_ten }}", "{{ Ho_ten }}"))

    with pytest.raises(BrokenTemplateError) as refused:
        templates.start_set("thu", tmp_path / "a.docx", "Giấy mời", date(2026, 1, 5))

    assert [(one.code, one.place.paragraph) for one in refused.value.findings] == [(SPELLINGS, 2)]


@pytest.mark.parametrize("tag", ["{{ ngày }}", "{{ Ngay | ngay_chu }}", "{{ NGÀY }}"])
def test_a_name_that_is_almost_that_of_the_documents_day_is_told(tag: str) -> None:
    (fault,) = check_template(template(tag), name="mau.docx", own=("ngay",)).faults

    assert (fault.finding.code, str(fault.finding.severity), fault.finding.expected) == (
        SPELLINGS,
        "E",
        "ngay",
    )
    assert told(template("{{ ngay }} {{ ngay_hop }} {{ x.Ngay }}")) == []


def test_a_file_is_checked_as_the_set_that_is_made_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(template("{{ ngày | ngay_chu }}"))

    assert [fault.finding.expected for fault in check_file(tmp_path / "a.docx").faults] == ["ngay"]
