"""The catalogue tells what may be cited, in which form, and what institutions are called."""

from __future__ import annotations

from datetime import date

import pytest

from kcdocs.decrees.catalogue import BadCatalogueError, load_catalogue, read_catalogues
from kcdocs.drafting.bases import legal_bases
from kcdocs.model.catalogue import Catalogue, DocumentClass, Entry
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Place, Severity

ADMINISTRATIVE, LEGAL = DocumentClass.ADMINISTRATIVE, DocumentClass.LEGAL


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    from kcdocs.settings import shipped

    return read_catalogues([shipped("decrees") / "catalogue.toml"])


def codes(findings) -> list[str]:
    return [f"{finding.code}{finding.severity}" for finding in findings]


def test_the_amending_decree_is_named_from_the_day_it_came_into_force(shipped):
    before = legal_bases(["45/2012/NĐ-CP"], shipped, document=ADMINISTRATIVE, day=date(2025, 10, 14))
    after = legal_bases(["45/2012/NĐ-CP"], shipped, document=ADMINISTRATIVE, day=date(2025, 10, 15))
    own = "Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ về khuyến công"
    assert before.sentences == (own,)
    assert after.sentences == (
        f"{own}, được sửa đổi, bổ sung bởi Nghị định số 235/2025/NĐ-CP ngày 27 tháng 8 năm 2025 của Chính phủ",
    )


def test_a_replaced_instrument_is_an_error_that_names_what_stands_in_its_place(shipped):
    found = legal_bases(["34/2016/NĐ-CP"], shipped, document=LEGAL, day=date(2025, 4, 1)).findings
    assert codes(found) == ["DC303E"]
    assert found[0].expected == "Nghị định số 78/2025/NĐ-CP"
    assert "hết hiệu lực sau ngày 31/3/2025" in found[0].message


def test_the_last_day_of_force_is_still_in_force(shipped):
    assert not [
        item
        for item in legal_bases(["34/2016/NĐ-CP"], shipped, document=LEGAL, day=date(2025, 3, 31)).findings
        if item.severity is Severity.ERROR
    ]


def test_the_successor_of_a_successor_is_named_once_it_is_in_force(shipped):
    old = shipped.find("77/2015/QH13")
    assert [item.citation.number for item in shipped.successors(old, date(2025, 3, 1))] == ["65/2025/QH15"]
    assert [item.citation.number for item in shipped.successors(old, date(2025, 7, 1))] == ["72/2025/QH15"]


def test_an_instrument_before_its_day_of_force_is_an_error(shipped):
    day = date(2025, 3, 31)
    found = legal_bases(["64/2025/QH15"], shipped, document=LEGAL, day=day, effective=day).findings
    assert codes(found) == ["DC302E"]
    assert "có hiệu lực từ ngày 01/4/2025" in found[0].message


def test_an_instrument_that_begins_later_waits_for_the_documents_own_day_of_effect(shipped):
    """Decree 78/2025/NĐ-CP, Article 62: signed already, and in force not later than the new text."""

    def found(effective):
        day = date(2025, 3, 31)
        return codes(
            legal_bases(["64/2025/QH15"], shipped, document=LEGAL, day=day, effective=effective).findings
        )

    assert found(None) == ["DC302W"]
    assert found(date(2025, 4, 1)) == []


def test_an_unverified_day_of_force_warns_where_it_could_matter_and_errs_before_the_day_of_issue(shipped):
    def found(day):
        return codes(legal_bases(["63/2025/QH15"], shipped, document=LEGAL, day=day).findings)

    assert found(date(2025, 2, 17)) == ["DC302E"]
    assert found(date(2025, 2, 20)) == ["DC302W", "DC304W"]
    assert found(date(2025, 3, 5)) == ["DC304W"]
    assert found(date(2026, 11, 22)) == []


def test_an_unverified_title_is_a_warning_that_says_so(shipped):
    found = legal_bases(["78/2025/NĐ-CP"], shipped, document=LEGAL, day=date(2026, 11, 22)).findings
    assert codes(found) == ["DC304W"]
    assert "chưa kiểm chứng đối với Nghị định số 78/2025/NĐ-CP: tên gọi" in found[0].message


def test_unknown_numbers_and_repeats_are_told_at_their_places(shipped):
    places = [Place(cell="A1"), Place(cell="A2"), Place(cell="A3")]
    bases = legal_bases(
        ["45/2012/NĐ-PC", "30/2020/NĐ-CP", "30/2020/nđ-cp"],
        shipped,
        document=ADMINISTRATIVE,
        day=date(2026, 1, 5),
        places=places,
    )
    assert [(item.code, item.place.cell, item.expected) for item in bases.findings] == [
        ("DC301", "A1", "45/2012/NĐ-CP"),
        ("DC305", "A3", ""),
    ]
    assert len(bases.sentences) == 1


def test_every_name_of_the_shipped_catalogue_leads_somewhere(shipped):
    for entry in shipped.entries:
        for number in (*entry.amended_by, *entry.replaced_by):
            heir = shipped.find(number)
            assert heir is not None
            assert heir.citation.issued >= entry.citation.issued
        assert entry.source or entry.unverified
        assert entry.citation.issued is not None
        assert entry.in_force_from is None or entry.in_force_from >= entry.citation.issued
        assert entry.in_force_to is None or entry.replaced_by or "hết hiệu lực" in entry.source


def test_names_of_one_institution_follow_each_other_without_a_gap(shipped):
    for body in shipped.institutions:
        for earlier, later in zip(body.titles, body.titles[1:], strict=False):
            assert (later.since - earlier.until).days == 1


OWN = """
[[instrument]]
type = "Quyết định"
number = "1/QĐ-BCT"
date = 2026-01-05
issuer = "Bộ trưởng Bộ Công Thương"
title = "về một việc"
in_force_from = 2026-01-05

[[instrument]]
type = "Nghị định"
number = "45/2012/NĐ-CP"
date = 2012-05-21
issuer = "Chính phủ"
title = "về khuyến công (bản của tôi)"
"""


def test_a_users_own_catalogue_adds_to_the_shipped_one_and_overrules_it(data_folder):
    data_folder.mkdir()
    (data_folder / "catalogue.toml").write_text("\ufeff" + OWN, "utf-8")
    own = load_catalogue()
    assert own.find("1/QĐ-BCT").citation.title == "về một việc"
    assert own.find("45/2012/NĐ-CP").citation.title == "về khuyến công (bản của tôi)"
    assert own.find("30/2020/NĐ-CP") is not None


def test_every_fault_of_a_catalogue_is_told_at_once(tmp_path):
    path = tmp_path / "catalogue.toml"
    path.write_text(
        """
[other]
[[instrument]]
type = "Luật"
number = "1/2020/QH14"
title = "Một"
date = "2020-01-01"
unverified = ["ngay"]
[[instrument]]
number = "1/2020/QH14"
type = "Luật"
title = "Hai"
ngay = 1
in_force_from = 2021-01-01
in_force_to = 2020-01-01
[[institution]]
key = "x"
[[institution.title]]
symbol = "X"
""",
        "utf-8",
    )
    with pytest.raises(BadCatalogueError) as fault:
        read_catalogues([path])
    assert [finding.place.field for finding in fault.value.findings] == [
        "other",
        "instrument[1].date",
        "instrument[1].unverified",
        "instrument[2].ngay",
        "instrument[2].in_force_to",
        "institution[1].title[1]",
        "instrument[2].number",
    ]


def test_a_link_to_an_unknown_instrument_and_a_broken_file_are_refused(tmp_path):
    path = tmp_path / "catalogue.toml"
    path.write_text(
        '[[instrument]]\ntype = "Luật"\nnumber = "1"\ntitle = "T"\nreplaced_by = ["2"]\n', "utf-8"
    )
    with pytest.raises(BadCatalogueError) as fault:
        read_catalogues([path])
    assert fault.value.findings[0].message == "Danh mục không có «2»."
    path.write_text("[[instrument]\n", "utf-8")
    with pytest.raises(BadCatalogueError, match="1 chỗ sai"):
        read_catalogues([path])


def test_an_entry_in_force_knows_its_bounds():
    entry = Entry(Citation("Luật", "1"), in_force_from=date(2020, 1, 1), in_force_to=date(2020, 12, 31))
    inside = [
        entry.in_force(date(2019, 12, 31)),
        entry.in_force(date(2020, 1, 1)),
        entry.in_force(date(2020, 12, 31)),
    ]
    assert inside == [False, True, True]
    assert not entry.in_force(date(2021, 1, 1))


def test_the_command_prints_the_sentence_and_warns(capfd):
    from kcdocs.cli import root
    from kcdocs.cli.base import run

    with pytest.raises(SystemExit) as left:
        run(
            root,
            [
                "decrees",
                "cite",
                "45/2012/NĐ-CP",
                "64/2025/QH15",
                "--date",
                "20/10/2025",
                "--class",
                "quy-pham",
            ],
        )
    shown = capfd.readouterr()
    assert shown.out == (
        "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15"
        " được sửa đổi, bổ sung bởi Luật số 87/2025/QH15;\n"
        "Căn cứ Nghị định số 45/2012/NĐ-CP của Chính phủ về khuyến công,"
        " được sửa đổi, bổ sung bởi Nghị định số 235/2025/NĐ-CP.\n"
    )
    assert "DC304" in shown.err
    assert left.value.code == 1


def test_the_command_refuses_what_is_not_in_force(capfd):
    from kcdocs.cli import root
    from kcdocs.cli.base import run

    with pytest.raises(SystemExit) as left:
        run(root, ["decrees", "cite", "134/2004/NĐ-CP", "--date", "2012-07-05"])
    shown = capfd.readouterr()
    assert left.value.code == 4
    assert shown.out == ""
    assert "Nghị định số 45/2012/NĐ-CP" in shown.err


def test_what_is_no_table_is_told(tmp_path):
    path = tmp_path / "catalogue.toml"
    path.write_text(
        'instrument = ["45/2012/NĐ-CP"]\n[[institution]]\nkey = "a"\ntitle = ["Cục A"]\n', "utf-8"
    )
    with pytest.raises(BadCatalogueError) as fault:
        read_catalogues([path])
    assert [(item.place.field, item.message) for item in fault.value.findings] == [
        ("instrument[1]", "Cần một bảng."),
        ("institution[1].title[1]", "Cần một bảng."),
    ]
