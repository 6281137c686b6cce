"""Random instruments read back; random corruption loses nothing."""

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from parse_strategies import Sheet, sheets

from kcdocs.model.line import Line, Reading, Source, SourceKind
from kcdocs.parse.instrument import parse

_QUIET = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))


@_QUIET
@given(sheets())
def test_a_random_instrument_reads_back_as_it_was_made(sheet: Sheet) -> None:
    """All levels, inserted labels, tables, quoted new text and annexes; nothing odd is told."""
    instrument = parse(sheet.reading())
    read = [(node.kind, str(node.address), node.text) for node in instrument.walk()]
    assert read == [(node.kind, node.address, node.text) for node in sheet.nodes]
    assert instrument.findings == ()


@_QUIET
@given(sheets(), st.integers(0, 2**32 - 1).map(Random))
def test_corruption_never_raises_and_never_loses_a_line(sheet: Sheet, random: Random) -> None:
    """Lines dropped, doubled, swapped, cut or filled with stray marks: every line is still there, in order."""
    rows = [list(row) for row in sheet.lines]
    for _ in range(random.randint(1, 12)):
        at = random.randrange(len(rows))
        match random.randint(0, 5):
            case 0:
                del rows[at]
            case 1:
                rows.insert(at, list(rows[at]))
            case 2:
                other = random.randrange(len(rows))
                rows[at], rows[other] = rows[other], rows[at]
            case 3:
                rows[at][0] = rows[at][0][random.randint(0, 9) :]
            case 4:
                rows[at][0] += random.choice(("“", "”", '"', ":", " Điều", "\u200b"))
            case _:
                rows[at][0] = (
                    random.choice(("“", "”", '"', "Chương ", "1.", "a)", "Điều ", "Phụ lục ")) + rows[at][0]
                )
        if not rows:
            break
    reading = Reading(
        "hong.txt",
        SourceKind.TEXT,
        tuple(Line(text, Source("hong.txt", "", n), cell=cell) for n, (text, cell) in enumerate(rows)),
    )
    assert parse(reading).lines() == reading.lines


@_QUIET
@given(
    st.lists(st.text(alphabet='Điềukhoảnđểm Chươg1IV.a)“”"\u0301\u200b\u00a0;:5/', max_size=40), max_size=30)
)
def test_any_characters_at_all_are_read_without_losing_a_line(rows: list[str]) -> None:
    reading = Reading(
        "bat-ky.txt", SourceKind.TEXT, tuple(Line(t, Source("bat-ky.txt", "", n)) for n, t in enumerate(rows))
    )
    instrument = parse(reading)
    assert instrument.lines() == reading.lines
    for node in instrument.walk():
        assert all(
            0 <= s.start <= s.end <= len(line.text) for s, line in zip(node.slices, node.lines, strict=True)
        )
        for reference in node.references:
            assert reference.span.of(node.text).strip()
