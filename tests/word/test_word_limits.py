"""Each threshold of the room, just below and just above."""

from __future__ import annotations

import zipfile

import pytest
from lxml import etree

from kcdocs.word import errors
from kcdocs.word.join.ids import JoinedIds
from kcdocs.word.join.pool import Carrier, Pool
from kcdocs.word.package.docx import Package, _check_sizes, _check_xml
from kcdocs.word.package.wml import W
from kcdocs.word.read.letters import Typesetter
from kcdocs.word.read.numbering import _level
from kcdocs.word.read.numerals import formatted
from kcdocs.word.read.odd import shortened
from kcdocs.word.read.styles import Styles
from kcdocs.word.redline.align import _likest, alike
from kcdocs.word.redline.models import Models
from kcdocs.word.redline.own import OwnParagraph
from kcdocs.word.redline.strokes import differences
from kcdocs.word.redline.telling import _belongs

MIB = 2**20
SPACE = f'xmlns:w="{W[1:-1]}"'
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def member(unpacked: int, packed: int) -> zipfile.ZipInfo:
    item = zipfile.ZipInfo("word/a.xml")
    item.file_size, item.compress_size = unpacked, packed
    return item


def sizes(*members: tuple[int, int], packed: int = 0) -> None:
    """Look at the sizes that a package of so many bytes declares."""
    _check_sizes([member(*one) for one in members], packed or sum(one[1] for one in members), "a.docx")


def test_a_document_may_unpack_to_64_megabytes():
    sizes((64 * MIB, MIB))
    with pytest.raises(errors.TooLargeError):
        sizes((64 * MIB + 1, MIB))


def test_a_document_may_swell_200_times():
    sizes((2_000_000, 10_000))
    with pytest.raises(errors.TooCompressedError):
        sizes((2_000_001, 10_000))


def test_a_part_of_one_megabyte_may_swell_as_it_likes():
    sizes((MIB, 1), packed=MIB)
    with pytest.raises(errors.TooCompressedError):
        sizes((MIB + 1, 1), packed=MIB)


def test_a_document_may_have_512_parts():
    sizes(*[(0, 0)] * 512, packed=1)
    with pytest.raises(errors.TooManyPartsError):
        sizes(*[(0, 0)] * 513, packed=1)


def test_a_document_may_have_a_million_tags():
    _check_xml({"a.xml": b"<a>" + b"<b/>" * 999_998 + b"</a>"}, "a.docx")
    with pytest.raises(errors.CrowdedPackageError):
        _check_xml({"a.xml": b"<a>" + b"<b/>" * 999_999 + b"</a>"}, "a.docx")


@pytest.mark.parametrize(("styles", "found"), [(40, 40), (41, 40)])
def test_forty_styles_are_based_on_one_another(styles, found):
    items = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>'
        for n in range(styles)
    )
    root = etree.fromstring(f"<w:styles {SPACE}>{items}</w:styles>")

    assert len(Styles(root).chain("s0")) == found


@pytest.mark.parametrize(("given", "kept"), [(255, 255), (256, 255)])
def test_the_label_of_a_list_has_255_characters(given, kept):
    level = etree.fromstring(f'<w:lvl {SPACE}><w:lvlText w:val="{"x" * given}"/></w:lvl>')

    assert len(_level(level).pattern) == kept


@pytest.mark.parametrize(("width", "digits"), [(10, 10), (11, 10)])
def test_a_number_is_padded_to_ten_digits(width, digits):
    assert formatted(7, "custom", "0" * width + ", ...") == "7".zfill(digits)


@pytest.mark.parametrize(("number", "shown"), [(3_999, "MMMCMXCIX"), (4_000, "4000")])
def test_lists_count_in_roman_numerals_to_3999(number, shown):
    assert formatted(number, "upperRoman") == shown


@pytest.mark.parametrize(("parts", "brought"), [(9, 9), (10, 9)])
def test_a_part_brings_parts_of_parts_eight_deep(parts, brought):
    held = {"[Content_Types].xml": TYPES} | {f"word/p{n}.xml": b"<a/>" for n in range(parts)}
    for n in range(parts - 1):
        link = f'<Relationship Id="r" Type="t" Target="p{n + 1}.xml"/>'
        held[f"word/_rels/p{n}.xml.rels"] = f'<Relationships xmlns="{RELS}">{link}</Relationships>'.encode()
    pool = Pool()
    Carrier(pool, Package("a.docx", held, "word/p0.xml")).name("word/p0.xml")

    assert len(pool.types) == brought


@pytest.mark.parametrize(("given", "renewed"), [(38, "x" * 38 + "_2"), (39, "x" * 38 + "_2")])
def test_the_name_of_a_bookmark_has_forty_characters(given, renewed):
    body = etree.fromstring(f'<w:body {SPACE}><w:bookmarkStart w:name="{"x" * given}"/></w:body>')
    ids = JoinedIds()
    ids.own([body])

    assert ids.own([body])._renamed == {"x" * given: renewed}


@pytest.mark.parametrize(("count", "more"), [(5, ""), (6, " và 1 mục khác")])
def test_five_things_that_differ_are_told(count, more):
    fault = errors.JoinConflictError("a.docx", "b.docx", [f"kiểu {n}" for n in range(count)])

    assert fault.shown == "kiểu 0, kiểu 1, kiểu 2, kiểu 3, kiểu 4"
    assert fault.more == more


@pytest.mark.parametrize(("given", "shown"), [(80, "x" * 80), (81, "x" * 79 + "…")])
def test_a_finding_repeats_eighty_characters_of_odd_words(given, shown):
    assert shortened("x" * given) == shown


def pieces(text: str) -> OwnParagraph:
    return OwnParagraph(text)


def test_paragraphs_are_one_that_share_half_the_words_of_the_longer():
    assert alike("a b c d", "a b x y")
    assert not alike("a b c d", "a b x y z")


def test_a_part_of_a_divided_paragraph_has_three_words():
    whole = [pieces("một hai ba bốn năm sáu")]
    assert _belongs([pieces("một hai ba"), pieces("bốn năm sáu")], whole, [0], [0], 1)
    assert not _belongs([pieces("một hai ba bốn"), pieces("năm sáu")], whole, [0], [0], 1)


def test_a_part_of_a_divided_paragraph_stands_in_it_with_four_words_of_five():
    whole = [pieces("một hai ba bốn năm sáu bảy tám")]
    assert _belongs([pieces("một hai ba"), pieces("bốn năm sáu bảy chín")], whole, [0], [0], 1)
    assert not _belongs([pieces("một hai ba"), pieces("bốn năm sáu mười chín")], whole, [0], [0], 1)


def test_one_blank_between_two_changes_changes_with_them():
    assert len(list(differences(["a", " ", "b"], ["c", " ", "d"]))) == 1
    assert len(list(differences(["a", " ", ",", "b"], ["c", " ", ",", "d"]))) == 3


def test_250_000_pairs_of_one_gap_are_held_against_one_another():
    old, new = [pieces("một hai")] * 500, [pieces("một hai")] * 501
    assert len(_likest(range(500), range(500), old, new)) == 500
    assert _likest(range(500), range(501), old, new) == []


def test_a_new_paragraph_looks_like_one_at_most_200_paragraphs_away():
    olds = [pieces("1. một"), *(pieces("hai ba") for _ in range(300))]
    models = Models("a.docx", olds)
    models.place = 200
    assert models.model(pieces("2. mới")) is olds[0]
    models.place = 201
    assert models.model(pieces("2. mới")) is olds[200]


@pytest.mark.parametrize(("ways", "kept"), [(4_096, 4_096), (4_097, 1)])
def test_4096_ways_to_set_letters_are_remembered(ways, kept):
    setter = Typesetter(Styles(None), {})
    for size in range(ways):
        setter.letter("", "", etree.fromstring(f'<w:rPr {SPACE}><w:sz w:val="{size}"/></w:rPr>'))
    assert len(setter._letters) == kept
