"""Each threshold of the room, just below and just above."""

from __future__ import annotations

import pytest
from command_readings import sentence as command_of

from kcdocs.model.address import Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Instrument, Node
from kcdocs.parse.command.naming import Namings
from kcdocs.parse.instrument import parse
from kcdocs.parse.names import Names
from kcdocs.parse.plain import reading
from kcdocs.parse.references import find_references, write_addresses

HERE = Address.parse("dieu-1")
AMENDING = "NGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của Nghị định số 2/2020/NĐ-CP\n"


def read(*lines: str) -> Instrument:
    return parse(reading("\n".join(lines), "thu.txt"))


def texts(instrument: Instrument) -> dict[str, str]:
    """Address → text of the first node that bears it."""
    return {str(node.address): node.text for node in reversed(list(instrument.walk()))}


def quotes(node: Node) -> int:
    """How many quotations stand inside one another."""
    return max(map(quotes, node.children), default=0) + (node.kind is Kind.QUOTE)


@pytest.mark.parametrize(("between", "third"), [(198, "thật"), (199, "giả")])
def test_the_label_of_a_list_is_looked_for_in_two_hundred_lines(between: int, third: str) -> None:
    """Inside clause 2 runs a list; its third item continues the clauses too, unless a third clause comes."""
    lines = ["Điều 1. Tên", "1. Một", "2. Hai:", "1. a", "2. b", "3. giả", *["Chữ."] * between, "3. thật"]

    assert texts(read(*lines))["dieu-1.khoan-3"] == third


@pytest.mark.parametrize(("lines", "held"), [(18, 18), (19, 19), (20, 19)])
def test_a_heading_has_twenty_lines_with_its_label(lines: int, held: int) -> None:
    found = texts(read("Chương I", *["QUY ĐỊNH"] * lines, "Điều 1. Tên"))

    assert found["chuong-I"].count("QUY ĐỊNH") == held


@pytest.mark.parametrize(("deep", "found"), [(6, 6), (7, 6)])
def test_six_quotations_stand_inside_one_another(deep: int, found: int) -> None:
    command = "Điều 1. Sửa đổi Điều 1 như sau:"
    instrument = read(AMENDING, command, *[f"“{command}"] * (deep - 1), "“Điều 1. Tên", "Hết." + "”" * deep)

    assert max(map(quotes, instrument.nodes)) == found


@pytest.mark.parametrize(("between", "articled"), [(58, True), (59, False)])
def test_an_annex_is_a_regulation_if_an_article_stands_in_its_first_sixty_lines(
    between: int, articled: bool
) -> None:
    lines = ["Điều 1. Tên", "Phụ lục I", *["Chữ."] * between, "Điều 1. Phạm vi", "1. Một", "3. Ba"]

    assert ("phu-luc-I.dieu-1.khoan-3" in texts(read(*lines))) is articled


@pytest.mark.parametrize(("characters", "known"), [(160, True), (161, False)])
def test_a_law_has_a_name_of_160_characters(characters: int, known: bool) -> None:
    title = ("Làng nghề " * 20)[: characters - 1] + "x"
    law = Citation("Luật", "12/2025/QH15", title=title)

    assert (Names([law]).at(title, 0)[1] is law) is known


@pytest.mark.parametrize(
    ("above", "label", "provision"),
    [(["1. Một"], 11, True), (["1. Một"], 12, False), ([], 10, True), ([], 11, False)],
)
def test_the_next_clause_is_within_ten(above: list[str], label: int, provision: bool) -> None:
    found = texts(read("Điều 1. Tên", *above, f"{label}. Hai"))

    assert (f"dieu-1.khoan-{label}" in found) is provision


@pytest.mark.parametrize(("between", "lines"), [(398, 399), (399, 1)])
def test_a_quotation_that_is_never_closed_has_four_hundred_lines(between: int, lines: int) -> None:
    command = "Điều 1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:"
    instrument = read(AMENDING, command, "“2. Chữ.", *["Chữ."] * between, "Điều 2. Hiệu lực")
    (quote,) = [node for node in instrument.walk() if node.kind is Kind.QUOTE]

    assert sum(node.text.count("Chữ.") for node in quote.walk()) == lines


@pytest.mark.parametrize(
    ("last", "words"), [(2, "khoản 1 và khoản 2 Điều 7"), (3, "các khoản 1, 2 và 3 Điều 7")]
)
def test_three_siblings_are_written_in_a_row(last: int, words: str) -> None:
    assert write_addresses([Address.parse(f"dieu-7.khoan-{label}") for label in range(1, last + 1)]) == words


@pytest.mark.parametrize(("articles", "references"), [(100, 1), (101, 2)])
def test_a_reference_joins_a_hundred_units(articles: int, references: int) -> None:
    text = ", ".join(f"Điều {number}" for number in range(1, articles + 1))

    assert len(find_references(text, at=HERE)) == references


@pytest.mark.parametrize(("spaces", "starts"), [(12, 0), (13, 25)])
def test_what_cannot_be_read_stands_within_24_characters_before_a_reference(spaces: int, starts: int) -> None:
    (reference,) = find_references(f"điểm{' ' * spaces}1234567 khoản 1 Điều 5", at=HERE)

    assert reference.span.start == starts


@pytest.mark.parametrize(("apart", "form"), [(92, "Mẫu số 1"), (93, "")])
def test_a_form_is_looked_for_in_a_hundred_characters_before_its_annex(apart: int, form: str) -> None:
    (reference,) = find_references(f"Mẫu số 1{' ' * apart}Phụ lục II", at=HERE)

    assert reference.form == form


@pytest.mark.parametrize(("between", "places"), [(40, 1), (41, 2)])
def test_what_a_title_details_stands_within_forty_characters(between: int, places: int) -> None:
    words = f" {'a' * (between - 1)}"

    (command,) = command_of(
        f"Bãi bỏ khoản 2 Điều 7 Thông tư số 11/2030/TT-BTN quy định chi tiết{words}, khoản 3 Điều 9 Luật Nghề."
    ).commands

    assert len(command.items) == places


@pytest.mark.parametrize(("title", "left"), [(200, 0), (201, 1)])
def test_the_title_of_an_annex_has_two_hundred_characters(title: int, left: int) -> None:
    said = command_of(f"Bãi bỏ Phụ lục I - {'a' * title} ban hành kèm theo Thông tư số 11/2030/TT-BTN.")

    assert len(said.commands[0].left_over) == left


@pytest.mark.parametrize(("listed", "between", "articles"), [(2, 0, 4), (3, 0, 2), (3, 2, 2), (3, 3, 5)])
def test_three_provisions_with_page_numbers_within_three_lines_are_a_table_of_contents(
    listed: int, between: int, articles: int
) -> None:
    listing = [
        line for at in range(listed) for line in (f"Điều {at + 1}. Tên\t{at + 5}", *["Tên dài"] * between)
    ]

    instrument = read("NGHỊ ĐỊNH", "Về nghề thử", *listing, "Điều 1. Một", "Điều 2. Hai")

    assert sum(node.kind is Kind.ARTICLE for node in instrument.walk()) == articles


@pytest.mark.parametrize(("empty", "signature"), [(7, True), (8, False)])
def test_the_issuer_stands_within_eight_lines_above_an_authentication(empty: int, signature: bool) -> None:
    found = read("Điều 1. Một", "1. Hết.", "BỘ NÔNG LÂM", *[""] * empty, "XÁC THỰC VĂN BẢN HỢP NHẤT")
    signed = [node.lines[0].text for node in found.walk() if node.kind is Kind.SIGNATURE]
    assert signed == ["BỘ NÔNG LÂM" if signature else "XÁC THỰC VĂN BẢN HỢP NHẤT"]


@pytest.mark.parametrize(("letters", "held"), [(1997, 2000), (1998, 2000)])
def test_a_title_has_two_thousand_characters(letters: int, held: int) -> None:
    found = Namings(Names()).read("Nghị định số 1/2020/NĐ-CP về " + "a" * letters, 0)

    assert found is not None
    assert len(found.title) == held


@pytest.mark.parametrize(("row", "ends"), [(3, "QĐ-TTg"), (4, "hay")])
def test_three_texts_come_one_with_another(row: int, ends: str) -> None:
    """Behind a fourth the decision is not looked for, so that its number ends no name."""
    text = "Quy chế a ban hành kèm theo " * row + "Quyết định số 1/2020/QĐ-TTg hay"

    found = Namings(Names()).read(text, 0)

    assert found is not None
    assert text[: found.span.end].endswith(ends)
