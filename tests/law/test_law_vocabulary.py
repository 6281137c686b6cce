"""The vocabulary: every type of document with every reader and writer."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kcdocs.law.citing import sentence
from kcdocs.law.commanding import DONE, act_of, begins_with_verb
from kcdocs.law.vocabulary import (
    CONSOLIDATED,
    CONSTITUTION,
    NAMED,
    TYPES,
    VERBS,
    DocumentType,
    TypeClass,
    Verb,
    alternation,
    table,
)
from kcdocs.model.address import Kind
from kcdocs.model.catalogue import DocumentClass, Entry
from kcdocs.model.citation import Citation
from kcdocs.parse.citations import citation, find_citations
from kcdocs.parse.commands import amended_instrument, commands_of
from kcdocs.parse.instrument import parse
from kcdocs.parse.names import Names
from kcdocs.parse.plain import reading
from kcdocs.parse.rules import citation as rule
from kcdocs.parse.rules.annex import read_attached
from kcdocs.parse.rules.citation import write
from kcdocs.parse.rules.front import is_enacting, is_provenance, type_name
from kcdocs.parse.rules.opening import heading_follows

_EVERY = pytest.mark.parametrize("item", TYPES, ids=lambda item: item.name)
_LEGAL = [item for item in TYPES if item.of is TypeClass.LEGAL]


@_EVERY
def test_every_type_is_read_where_it_is_cited_by_number(item: DocumentType) -> None:
    text = f"Thực hiện {item.name} số 12/2031/XX-BCT của Bộ Công Thương."
    assert [(cited.type, cited.citation.number) for cited in find_citations(text) if cited.citation] == [
        (item.name, "12/2031/XX-BCT")
    ]


@_EVERY
def test_every_type_is_read_where_it_speaks_of_itself(item: DocumentType) -> None:
    (cited,) = find_citations(f"Điều 5 {item.name} này")
    assert (cited.type, cited.citation) == (item.name, None)


@_EVERY
def test_every_type_named_alone_behind_of_is_known_not_to_be_certain(item: DocumentType) -> None:
    (cited,) = find_citations(f"Điều 5 của {item.name}.")
    assert (cited.type, cited.sure) == (item.name, False)


@_EVERY
def test_what_a_user_types_names_an_instrument_of_every_type(item: DocumentType) -> None:
    typed = f"{item.name} số 12/2031/XX-BCT"
    assert citation(typed) == Citation(item.name, "12/2031/XX-BCT")
    assert write(Citation(item.name, "12/2031/XX-BCT")) == typed


@_EVERY
def test_a_line_in_capitals_names_every_type_that_can_stand_above_a_title(item: DocumentType) -> None:
    assert type_name(item.name.upper()) == ("" if item.untitled else item.name)


@_EVERY
def test_every_type_heads_a_text_of_its_own(item: DocumentType) -> None:
    if item.untitled:
        pytest.skip("loại này không đứng thành dòng riêng trên tên văn bản")
    read = parse(reading(f"{item.name.upper()}\nVề làng nghề\nĐiều 1. Phạm vi\nNội dung."))
    assert read.citation.type == item.name
    assert [node.kind for node in read.nodes][:2] == [Kind.TITLE, Kind.ARTICLE]


@_EVERY
def test_no_heading_begins_with_a_type_that_speaks_of_itself(item: DocumentType) -> None:
    assert not heading_follows(f"{item.name} này được giao cho đơn vị", None)


@pytest.mark.parametrize(
    "item", [item for item in TYPES if item.of is TypeClass.ATTACHED], ids=lambda item: item.name
)
def test_every_attached_type_opens_an_annex_behind_the_signature(item: DocumentType) -> None:
    found = read_attached(f"{item.name.upper()} VỀ LÀNG NGHỀ")
    assert found is not None
    assert found.kind is Kind.ANNEX


@pytest.mark.parametrize("item", _LEGAL, ids=lambda item: item.name)
def test_every_legal_type_is_read_where_a_consolidated_text_says_what_it_is_made_of(
    item: DocumentType,
) -> None:
    line = (
        f"{item.name} số 1/2031/XX-BCT ngày 02 tháng 5 năm 2031, có hiệu lực kể từ ngày 01 tháng 7 năm 2031"
    )
    assert is_provenance(line)


@_EVERY
def test_the_words_that_enact_stand_on_a_line_of_their_own(item: DocumentType) -> None:
    assert all(is_enacting(f"{word}:") for word in item.enacts)


@pytest.mark.parametrize(
    ("item", "symbol"),
    [(item, symbol) for item in TYPES for symbol in item.symbols],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_every_symbol_tells_its_type(item: DocumentType, symbol: str) -> None:
    assert citation(f"05/2031/{symbol}-BCT").type == item.name


def test_no_symbol_stands_for_two_types() -> None:
    symbols = [symbol for item in TYPES for symbol in item.symbols]
    assert len(symbols) == len(set(symbols))


def test_a_constitution_is_no_law_by_number() -> None:
    assert "Hiến pháp" in NAMED
    assert rule.read_alone("Hiến pháp.", 0, Names()) is not None


def test_the_longest_of_several_words_is_taken_first() -> None:
    assert alternation(["Thông tư", "Thông tư liên tịch"]) == r"Thông\s+tư\s+liên\s+tịch|Thông\s+tư"


@_EVERY
@pytest.mark.parametrize("document", list(DocumentClass))
def test_every_type_is_written_as_a_basis_by_name_or_by_number_and_read_again(
    item: DocumentType, document: DocumentClass
) -> None:
    """Decree 30/2020/NĐ-CP, Annex I, II.6; Decree 78/2025/NĐ-CP, Article 68."""
    entry = Entry(Citation(item.name, "12/2031/XX-BCT", date(2031, 3, 5), "Bộ Công Thương", "về làng nghề"))
    words = sentence(entry, document=document, day=date(2032, 1, 1))
    assert words.startswith(item.name)
    if not item.named:
        assert "số 12/2031/XX-BCT" in words
    if item.name == CONSTITUTION:
        assert "12/2031" not in words
        return
    (cited, *_) = find_citations(f"Căn cứ {words};")
    assert cited.type == item.name


@pytest.mark.parametrize("item", _LEGAL, ids=lambda item: item.name)
def test_every_legal_type_is_known_as_what_an_amending_title_amends(item: DocumentType) -> None:
    title = f"Sửa đổi, bổ sung một số điều của {item.name} số 12/2031/XX-BCT"
    amended = amended_instrument(commands_of(title, Names()))
    assert amended is not None
    assert (amended.type, amended.number) == (item.name, "12/2031/XX-BCT")


@pytest.mark.parametrize("item", _LEGAL, ids=lambda item: item.name)
def test_every_legal_type_is_a_legal_instrument_of_some_period_but_a_consolidated_text(
    item: DocumentType,
) -> None:
    """A consolidated text is none of its own (Ordinance 01/2012/UBTVQH13)."""
    ranked = any(item.name in row["types"] for row in table()["rank"])
    assert ranked is (item.name != CONSOLIDATED)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.words)
def test_every_verb_is_known_to_whoever_reads_commands_titles_and_notes(verb: Verb) -> None:
    text = f"{verb.words} {' '.join(verb.before[:1])} Điều 5".replace("  ", " ")
    assert begins_with_verb(text)
    assert begins_with_verb(text.lower())
    assert act_of(verb.words) is act_of(f"được {verb.words.lower()}") is verb.act
    assert re.fullmatch(DONE, f"được {verb.words.lower()}")
