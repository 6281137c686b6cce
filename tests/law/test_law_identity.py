"""A number is no key: what tells instruments of one number apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kcdocs.decrees.catalogue import BadCatalogueError, read_catalogues
from kcdocs.drafting.bases import find_written, legal_bases
from kcdocs.drafting.basis_words import CannotCiteError, cite_bases
from kcdocs.law.issuers import identity
from kcdocs.model.catalogue import Catalogue, DocumentClass, Entry
from kcdocs.model.citation import Citation
from kcdocs.parse.citations import find_citations

A, B = date(2025, 1, 5), date(2026, 1, 7)


def decision(issued: date, number: str = "15/QĐ-TTg", issuer: str = "Thủ tướng Chính phủ") -> Citation:
    return Citation("Quyết định", number, issued, issuer, "về làng nghề")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (decision(A), decision(B), False),
        (decision(A), decision(date(2025, 12, 31)), True),
        (decision(A, "15/2025/QĐ-TTg"), decision(B, "15/2025/QĐ-TTg"), True),
        (
            decision(A, "15/2025/QĐ-UBND", "Ủy ban nhân dân tỉnh Lào Cai"),
            decision(A, "15/2025/QĐ-UBND", "Ủy ban nhân dân tỉnh Sơn La"),
            False,
        ),
        (decision(A, "15/2025/TT-BCT", "Bộ Công Thương"), decision(A, "15/2025/TT-BCT", ""), True),
    ],
)
def test_an_instrument_is_known_by_number_year_and_where_provinces_share_it_issuer(
    one: Citation, other: Citation, same: bool
) -> None:
    assert (identity(one) == identity(other)) is same


def test_a_number_of_several_instruments_names_none_until_more_is_said() -> None:
    known = Catalogue((Entry(decision(A)), Entry(decision(B))))
    assert known.find("15/QĐ-TTg") is None
    assert known.find("15/QĐ-TTg", decision(B)) == known.entries[1]
    assert known.find("15/QĐ-TTg", decision(date(2024, 1, 1))) is None
    assert find_written(known, "15/QĐ-TTg ngày 07/01/2026") == known.entries[1]
    assert find_written(known, "15/QĐ-TTg ngày 08/01/2026") is None
    assert find_written(known, "15/QĐ-TTg ngày mai") is None


def test_a_citation_with_its_day_leads_to_the_instrument_of_that_year() -> None:
    text = "Quyết định số 15/QĐ-TTg ngày 07 tháng 01 năm 2026 của Thủ tướng Chính phủ"
    (cited,) = find_citations(text)
    assert cited.citation is not None
    known = Catalogue((Entry(decision(A)), Entry(decision(B))))
    assert known.find("15/QĐ-TTg", cited.citation) == known.entries[1]


def test_a_basis_of_several_instruments_is_refused_with_all_of_them_and_taken_with_its_day() -> None:
    known = Catalogue((Entry(decision(A)), Entry(decision(B))))
    how = {"document": DocumentClass.ADMINISTRATIVE, "day": date(2026, 3, 1)}
    (told,) = legal_bases(["15/QĐ-TTg"], known, **how).findings
    assert told.code == "DC307"
    assert "05/01/2025" in told.message
    assert "07/01/2026" in told.message
    assert "15/QĐ-TTg ngày" in told.mend
    both = legal_bases(["15/QĐ-TTg ngày 05/01/2025", "15/QĐ-TTg ngày 07/01/2026"], known, **how)
    assert [item.citation.issued for item in both.entries] == [A, B]


ROW = '[[instrument]]\ntype = "Quyết định"\nnumber = "15/QĐ-TTg"\ntitle = "x"\ndate = {}\n'


def test_a_catalogue_holds_two_instruments_of_one_number_but_none_twice(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.toml"
    path.write_text(ROW.format("2025-01-05") + ROW.format("2026-01-07"), "utf-8")
    assert len(read_catalogues([path]).entries) == 2
    path.write_text(ROW.format("2025-01-05") + ROW.format("2025-01-06"), "utf-8")
    with pytest.raises(BadCatalogueError, match="1"):
        read_catalogues([path])


def test_what_the_fault_tells_to_write_is_taken_where_a_person_writes_it() -> None:
    known = Catalogue((Entry(decision(A)), Entry(decision(B))))
    how = {"day": date(2026, 3, 1), "document": DocumentClass.ADMINISTRATIVE, "effective": None}
    with pytest.raises(CannotCiteError) as told:
        cite_bases(["15/QĐ-TTg"], known, **how)
    assert [item.code for item in told.value.findings] == ["DC307"]
    (line,) = cite_bases(["15/QĐ-TTg ngày 07/01/2026"], known, **how).lines
    assert "ngày 07 tháng 01 năm 2026" in line
