"""All shipped sets as LibreOffice prints them: every word of the Word file, and pages as an office wants them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kcdocs.api.generate import generate
from kcdocs.convert.libreoffice import to_pdf
from kcdocs.sets import versions

sys.path.insert(0, str(Path(__file__).parents[1] / "sets"))

import on_paper

SHIPPED = [version for name in versions.set_names() for version in versions.of_set(name)]


def _example(version: versions.Version, number: int, out: Path, name: str) -> Path:
    return generate(version.name, version.examples[number], out / name)[0].path.rename(out / f"{name}.docx")


def test_pages_have_the_text_of_the_word_file_and_no_title_signature_or_line_that_an_office_would_not_send(
    soffice: str, tmp_path: Path
) -> None:
    del soffice
    words = [_example(one, 0, tmp_path, str(number)) for number, one in enumerate(SHIPPED)]

    printed = to_pdf(words, tmp_path)  # one start for all of them

    told = {
        one.name: [*on_paper.unlike(path, pdf), *on_paper.faults(path, pdf)]
        for one, path, pdf in zip(SHIPPED, words, printed, strict=True)
    }
    assert told == {one.name: [] for one in SHIPPED}


def test_wherever_a_signature_meets_the_foot_of_its_page_none_is_empty_and_none_begins_with_it(
    soffice: str, tmp_path: Path
) -> None:
    """`benchmarks/sets.py` goes through every set and forty places; here the one with annexes, where it shows."""
    del soffice
    source = _example(versions.one("thong-tu-sua-doi", "2.0.0"), 1, tmp_path, "mau")
    (whole,) = to_pdf([source], tmp_path)
    room = on_paper.room_below_signature(source, whole)
    assert room is not None
    places = [room + step for step in (-8, -4, -3, -2, -1, 0, 1, 20)]
    words = [on_paper.lower(source, tmp_path / f"{at:.2f}.docx", points=at) for at in places]

    printed = to_pdf(words, tmp_path)

    told = [on_paper.faults(path, pdf) for path, pdf in zip(words, printed, strict=True)]
    counted = [len(on_paper.pages(pdf)) for pdf in printed]
    assert told == [[]] * len(places)
    assert sorted(set(counted)) == [len(on_paper.pages(whole)), len(on_paper.pages(whole)) + 1]
    assert counted == sorted(counted)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([["a", 0, 5], ["b", 6, 11]], []),
        ([["a", 0, 5], ["b", 16, 21]], ["4.4 spaces wide"]),
    ],
)
def test_a_gap_is_measured_in_spaces(lines: list[list[object]], told: list[str]) -> None:
    line = [on_paper.Word(left, 0, right, 13, text) for text, left, right in lines]  # type: ignore[arg-type]
    owner = on_paper.Shown("ab", kept=False, last_of_portion=False, justified=True, centred=False)

    assert list(on_paper._line_faults(line, owner, line, last=False)) == told
