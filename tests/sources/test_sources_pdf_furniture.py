"""What stands around the text of a PDF stays out of it: running heads, notes, stamps on scans."""

from __future__ import annotations

import pytest
from pdf_bytes import pdf, stream
from test_sources_pdf_layout import WIDE, rows, text

from kcdocs.model.line import Mark, Reading
from kcdocs.sources.errors import ScannedPdfError
from kcdocs.sources.options import Options
from kcdocs.sources.pdf.footnotes import note_labels
from kcdocs.sources.read import read_bytes

PICTURE = "q 560 0 0 700 10 60 cm /I Do Q\n"


def read(*pages: str) -> Reading:
    """A file of these pages; /F is Times, /I a picture."""
    count = len(pages)
    font, image = 3 + 2 * count, 4 + 2 * count
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (count, b" ".join(b"%d 0 R" % (3 + index) for index in range(count))),
        font: b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        image: stream(
            b"\x00",
            b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray",
        ),
    }
    for index, content in enumerate(pages):
        objects[3 + index] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F %d 0 R >> /XObject << /I %d 0 R >> >> >>"
            % (3 + count + index, font, image)
        )
        objects[3 + count + index] = stream(content.encode("cp1252"))
    return read_bytes(pdf(objects), Options("a.pdf"))


def texts(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines]


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


@pytest.mark.parametrize(("first", "second"), [("SO TAY NGHE", "SO TAY NGHE"), ("SO TAY NGHE", "O TAY NGHE")])
def test_a_row_that_comes_back_with_the_page_number_is_a_running_head(first: str, second: str) -> None:
    found = read(
        text(90, 790, f"11 {first} so 7") + rows(700, WIDE, "mot."),
        text(90, 790, f"12 {second} so 7") + rows(700, WIDE, "hai."),
    )
    assert texts(found) == [f"{WIDE} mot.", f"{WIDE} hai."]
    assert codes(found) == ["SR202"]


def test_a_row_without_the_page_number_is_one_from_three_pages_on() -> None:
    pages = [text(90, 790, "SO TAY NGHE") + rows(700, WIDE, "mot.") for _ in range(3)]
    assert texts(read(*pages)) == [f"{WIDE} mot."] * 3
    assert texts(read(*pages[:2])).count("SO TAY NGHE") == 2


def test_sentences_at_the_head_of_pages_stay_though_their_numbers_run_with_the_pages() -> None:
    pages = [text(72, 790, f"{number}. Ho so gom:") + rows(700, WIDE, "mot.") for number in (1, 2)]
    assert texts(read(*pages))[0] == "1. Ho so gom:"


def test_a_head_turned_into_the_margin_is_dropped_and_told() -> None:
    turned = "".join(
        f"BT /F 12 Tf 0 1 -1 0 580 {200 + 9 * at} Tm ({char}) Tj ET\n" for at, char in enumerate("SOTAY")
    )
    found = read(rows(700, WIDE, "mot.") + turned)
    assert texts(found) == [f"{WIDE} mot."]
    assert codes(found) == ["SR202"]


def test_notes_without_a_drawn_rule_that_go_on_over_the_page_are_notes() -> None:
    first = rows(700, f"{WIDE}") + text(72, 686, "ket", 12) + text(91, 690, "1", 6)
    first += text(72, 107, "1", 5) + text(76, 102, "Chu thich.", 9) + text(72, 90, "Con nua", 9)
    second = rows(700, WIDE, "het.") + text(72, 102, "phan cuoi.", 9)
    found = read(first, second)
    assert texts(found) == [f"{WIDE} ket", f"{WIDE} het."]
    assert [note.label for note in found.notes] == ["1"]
    assert [line.text for line in found.notes[0].lines][-1].endswith("phan cuoi.")


def test_notes_whose_number_is_set_in_full_size_are_told_apart_by_their_sequence() -> None:
    body = (
        text(72, 700, "Mot", 12)
        + text(91, 704, "1", 6)
        + text(98, 700, "va hai", 12)
        + text(130, 704, "2", 6)
    )
    foot = text(72, 102, "1 Chu thich mot.", 9) + text(72, 90, "2 Chu thich hai.", 9)
    found = read(body + rows(650, WIDE, "ket.") + "72 120 144 0.5 re f\n" + foot)
    assert [(note.label, note.lines[0].text) for note in found.notes] == [
        ("1", "Chu thich mot."),
        ("2", "Chu thich hai."),
    ]
    assert [mark.note for mark in found.lines[0].marks] == ["1", "2"]
    assert Mark(3, "1") in found.lines[0].marks


def test_two_marks_side_by_side_are_two_if_they_follow_one_another() -> None:
    known = {"2", "7", "27", "28", "99", "100"}
    assert note_labels("2728", known) == ["27", "28"]
    assert note_labels("99100", known) == ["99", "100"]
    assert note_labels("27", known) == ["27"]
    assert note_labels("2799", known) == []


def test_small_type_below_a_signature_is_no_note() -> None:
    body = rows(700, WIDE, "ket.", "Ho ten") + text(72, 600, "- Luu: VT.", 9)
    assert not read(body).notes


def test_a_scan_with_a_stamp_on_it_is_a_scan() -> None:
    stamp = text(60, 820, "Ky boi: VAN PHONG", 8)
    with pytest.raises(ScannedPdfError):
        read(PICTURE + stamp, PICTURE + stamp)
    found = read(rows(700, WIDE, "mot."), PICTURE + stamp)
    assert codes(found) == ["SR204"]


def test_a_page_of_text_beside_a_picture_is_no_scan_and_the_picture_is_told() -> None:
    assert codes(read(PICTURE + rows(700, *[WIDE] * 8))) == ["SR218"]


def test_short_paragraphs_stay_apart_where_no_row_shows_the_right_margin() -> None:
    words = ["Noi dung cua van ban.", "1. Cong khai, minh bach.", "2. Dung doi tuong.", "- Mot;", "- Hai."]
    assert texts(read(rows(700, *words))) == words
