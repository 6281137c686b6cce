from __future__ import annotations

import re

import pytest
from harvest import harvest
from possessive import of_groups
from steps import Use
from superlinear import slow

import kcdocs
from kcdocs.amend import wording
from kcdocs.batch import origin
from kcdocs.decrees import catalogue
from kcdocs.engine import reasons
from kcdocs.opinions import asking, letters
from kcdocs.parse import names
from kcdocs.parse.command import tokens as command_tokens
from kcdocs.sheet import row_shapes, xml_parts
from kcdocs.sources import stuck_notes

KNOWN, UNKNOWN = harvest(kcdocs)


def _shape(kind: bytes, opening: bytes) -> bytes:
    slot = row_shapes.Slot(b"A", b"1", kind, b"", True, opening)
    return row_shapes._START + slot.pattern + slot.pattern + b"</row>"


BODIES = tuple(title.name for body in catalogue.load_catalogue().institutions for title in body.titles)

# The patterns that are made while the program runs: for each module samples of what it makes.
MADE = {
    "kcdocs.amend.wording": [(wording._pattern("cơ quan  quản lý"), Use.SEARCH)],
    "kcdocs.batch.origin": [(origin._before("QĐ-BCT"), Use.SEARCH)],
    "kcdocs.opinions.asking": [
        (asking._ASKS, Use.SEARCH),
        (asking._AGREES, Use.SEARCH),
        (asking._FINISHES, Use.SEARCH),
    ],
    "kcdocs.opinions.letters": [(letters._about("đối tượng áp dụng"), Use.SEARCH)],
    "kcdocs.parse.command.tokens": [(command_tokens._phrases()[1], Use.MATCH)],
    "kcdocs.parse.names": [(names._issuer_pattern(BODIES), Use.MATCH)],
    "kcdocs.sheet.row_shapes": [
        *(
            (re.compile(row_shapes.Slot(b"A", b"", kind, b"", False, b"").written), Use.FULLMATCH)
            for kind in (b"", b"n", b"s", b"str")
        ),
        *(
            (re.compile(_shape(kind, opening)), Use.SEARCH)
            for kind, opening in ((b"n", b"<v>"), (b"inlineStr", b"<is><t>"))
        ),
    ],
    "kcdocs.sheet.xml_parts": [
        (re.compile(xml_parts._COMMENT + (xml_parts._OPENING % "sheetData").encode(), re.DOTALL), Use.SEARCH)
    ],
    "kcdocs.sources.stuck_notes": [(stuck_notes._stuck("12"), Use.SEARCH)],
    "kcdocs.engine.reasons": [
        (re.compile(pattern, re.DOTALL | re.IGNORECASE), Use.FULLMATCH) for pattern, _ in reasons._REASONS
    ],
}


@pytest.mark.parametrize("harvested", KNOWN, ids=str)
def test_no_pattern_takes_longer_than_its_text_grows(harvested) -> None:
    assert {use: slow(harvested.pattern, use) for use in harvested.uses} == dict.fromkeys(harvested.uses)


def test_no_pattern_repeats_a_group_possessively() -> None:
    made = [(name, pattern) for name, samples in MADE.items() for pattern, _ in samples]
    known = [(str(harvested), harvested.pattern) for harvested in KNOWN]

    assert [name for name, pattern in known + made if of_groups(pattern)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [("(?:ab?)*+", True), ("(a|(?:bc)?+)", True), ("(?>(?:ab?)*)", False), (r"(?:\w)++x?+", False)],
)
def test_a_group_that_is_repeated_possessively_is_found(text, found) -> None:
    assert of_groups(re.compile(text)) is found


@pytest.mark.parametrize(("pattern", "use"), [sample for made in MADE.values() for sample in made])
def test_no_pattern_made_at_run_time_takes_longer_than_its_text_grows(pattern, use) -> None:
    assert slow(pattern, use) is None


def test_every_pattern_made_at_run_time_has_samples() -> None:
    assert {unknown.module for unknown in UNKNOWN} == set(MADE)


@pytest.mark.parametrize(
    ("pattern", "use", "kind"),
    [
        (r"(a*)*b", Use.MATCH, "nested"),
        (r"(?:a?b?)*c", Use.MATCH, "nested"),
        (r"(\w+\s?)*$", Use.MATCH, "nested"),
        (r"(?:<!--.*?-->\s*)*<html", Use.MATCH, "nested"),
        (r"a.*b.*c", Use.MATCH, "neighbours"),
        (r"#\s+(.*?)\s*#*\s*", Use.FULLMATCH, "neighbours"),
        (r"a(?:(?!xy)[^b])*(?:(?!xy)[^b])*b", Use.MATCH, "neighbours"),
        (r"\s+$", Use.SEARCH, "starts"),
        (r"\s++$", Use.SEARCH, "starts"),
        (r"\d+/\d{4}", Use.SEARCH, "starts"),
        (r"<[^>]*>", Use.SEARCH, "starts"),
        (r"\{\{(?:(?!\}\}).)*\}\}", Use.SEARCH, "starts"),
        (r"(?=\w*x)y", Use.SEARCH, "starts"),
        (r"<a(?:/b=[^\s>]*+){3}", Use.SEARCH, "starts"),
        (r"<a(?:/b=[^\s>]*+){2,9}", Use.SEARCH, "starts"),
    ],
)
def test_a_slow_pattern_is_found_and_told_by_its_kind(pattern, use, kind) -> None:
    found = slow(re.compile(pattern, re.DOTALL), use)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("pattern", "use"),
    [
        (r"\s*(.*)", Use.MATCH),
        (r"^\s+x", Use.SEARCH),
        (r"(?<!\s)\s+$", Use.SEARCH),
        (r"\b\w+\d", Use.SEARCH),
        (r"<[^<>]*>", Use.SEARCH),
        (r'"[^"]*"', Use.SEARCH),
        (r"(?:a|ab|b)*+c", Use.MATCH),
        (r"(?:\s+|<!--(?:(?!-->).)*+-->)*+x", Use.MATCH),
        (r"<t>(?:(?!</?t>).)*</t>", Use.SEARCH),
        (r"\{\{(?:(?!\}\}).)*+(?:\}\})?", Use.SEARCH),
        (r"(\d+)([/.])\d+\s*\2", Use.MATCH),
        (r"(?>(?>a|ab|b)*)c", Use.MATCH),
        (r"<!--(?>.*?(?:-->|\Z))", Use.SEARCH),
    ],
)
def test_a_pattern_whose_time_grows_with_its_text_is_let_pass(pattern, use) -> None:
    assert slow(re.compile(pattern, re.DOTALL), use) is None
