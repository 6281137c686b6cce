"""What is wrong with files of the store, each under its code."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kcdocs.api.cite import cite
from kcdocs.decrees.catalogue import BadCatalogueError, read_catalogues
from kcdocs.decrees.errors import BadFactsError
from kcdocs.decrees.facts import read_facts
from kcdocs.decrees.fingerprint import differences, outline
from kcdocs.drafting.bases import legal_bases
from kcdocs.drafting.basis_words import CannotCiteError
from kcdocs.model.catalogue import Catalogue, DocumentClass, Entry
from kcdocs.model.citation import Citation
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

TEXT = "NGHỊ ĐỊNH\nVề nghề thử\nĐiều 1. Phạm vi\n1. Nói về nghề dệt.\n2. Nói về nghề gốm."


def test_a_file_of_facts_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    (tmp_path / "decree.toml").write_text("number = \n", "utf-8")

    with pytest.raises(BadFactsError, match=r"decree\.toml"):
        read_facts(tmp_path)


def test_a_catalogue_that_is_no_toml_is_told_as_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.toml"
    path.write_text("[[instrument]\n", "utf-8")

    with pytest.raises(BadCatalogueError) as caught:
        read_catalogues([path])

    assert [item.code for item in caught.value.findings] == ["DC214"]


def test_an_instrument_that_may_not_be_cited_ends_the_command() -> None:
    with pytest.raises(CannotCiteError) as caught:
        cite(["34/2016/NĐ-CP"], document=DocumentClass.LEGAL, day=date(2025, 4, 1))

    assert [item.code for item in caught.value.findings] == ["DC303"]


def test_a_basis_that_details_what_has_ended_is_told_with_its_law() -> None:
    """Law 64/2025/QH15, Article 57.2, as amended by Law 87/2025/QH15: unless its going on was announced."""
    ended = Entry(Citation("Nghị định", "9/2020/NĐ-CP"), date(2020, 5, 1), date(2025, 12, 31))
    title = "quy định chi tiết một số điều của Nghị định số 9/2020/NĐ-CP"
    details = Entry(Citation("Thông tư", "8/2020/TT-BCT", date(2020, 8, 1), title=title), date(2020, 9, 1))

    found = legal_bases(
        ["8/2020/TT-BCT"],
        Catalogue((ended, details)),
        document=DocumentClass.LEGAL,
        day=date(2026, 1, 1),
        effective=date(2026, 2, 15),
    )

    (told,) = found.findings
    assert (told.code, told.severity.value) == ("DC306", "W")
    assert "31/12/2025" in told.message
    assert "87/2025/QH15" in told.source


def test_a_provision_that_is_missing_is_told_with_its_size() -> None:
    whole, cut = (parse(reading(text, "thử")) for text in (TEXT, TEXT.rpartition("\n")[0]))

    found = differences(outline(whole), cut)

    assert [(item.code, item.place.address, item.expected) for item in found] == [
        ("DC211", "dieu-1.khoan-2", "4 âm tiết")
    ]
