"""The store: facts, fingerprints and added texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from kcdocs.api import decrees
from kcdocs.cli import root
from kcdocs.cli.base import run
from kcdocs.decrees import facts, fingerprint, kept
from kcdocs.decrees.errors import (
    DifferentTextError,
    NamelessTextError,
    NoArticlesError,
    NoEditionError,
    NoSuchProvisionError,
    OtherTextKeptError,
    SpoiltTextError,
    TextMissingError,
    UnknownInstrumentError,
)
from kcdocs.decrees.opening import the_store
from kcdocs.model.address import Kind
from kcdocs.settings import shipped

TEXT = """Điều 1. Phạm vi
1. Quy định này nói về nghề dệt.
2. Quy định này không nói về nghề gốm.
Điều 2. Hiệu lực
Quy định này có hiệu lực từ ngày ký."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store that knows one instrument with fingerprints of TEXT."""
    place = tmp_path / "kho" / "7-2020-nd-cp"
    place.mkdir(parents=True)
    (place / "decree.toml").write_text(
        'number = "7/2020/NĐ-CP"\ntype = "Nghị định"\ndate = 2020-02-01\nin_force_from = 2020-03-15\n',
        "utf-8",
    )
    (place / "outline.toml").write_text(decrees.outline(_file(tmp_path, TEXT)).toml, "utf-8")
    monkeypatch.setenv("KCDOCS_DECREES", str(tmp_path / "kho"))
    return place


def _file(folder: Path, text: str, name: str = "van-ban.txt") -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def test_a_number_becomes_a_folder_name_without_marks() -> None:
    assert facts.slug("45/2012/NĐ-CP") == "45-2012-nd-cp"
    assert facts.slug("26/2014/TTLT-BTC-BCT") == "26-2014-ttlt-btc-bct"


def test_a_text_that_matches_its_fingerprints_is_added_and_loads_as_the_same_lines(
    folder: Path, tmp_path: Path
) -> None:
    added = decrees.add(_file(tmp_path, TEXT), number="7/2020/NĐ-CP")

    instrument = the_store().load("7/2020/NĐ-CP")
    assert added.checked
    assert added.differences == ()
    assert [line.text for line in instrument.lines()] == TEXT.split("\n")
    assert instrument.citation.issued == date(2020, 2, 1)


def test_spaces_tone_placement_quotes_and_unicode_form_do_not_count_as_differences(
    folder: Path, tmp_path: Path
) -> None:
    added = decrees.add(
        _file(tmp_path, TEXT.replace("nghề dệt", "nghề\u00a0 dệt").replace("Điều", "Ðiều")),
        number="7/2020/NĐ-CP",
    )

    assert added.differences == ()


def test_a_text_that_differs_names_each_provision_with_both_syllable_counts_and_is_not_added(
    folder: Path, tmp_path: Path
) -> None:
    wrong = TEXT.replace("nghề gốm", "nghề gốm và sứ") + "\nĐiều 3. Thừa"

    with pytest.raises(DifferentTextError) as caught:
        decrees.add(_file(tmp_path, wrong), number="7/2020/NĐ-CP")

    told = [(item.code, item.place.address, item.found, item.expected) for item in caught.value.findings]
    assert told == [
        ("DC212", "dieu-3", "1 âm tiết", "không có"),
        ("DC213", "dieu-1.khoan-2", "10 âm tiết", "8 âm tiết"),
    ]
    with pytest.raises(TextMissingError):
        the_store().load("7/2020/NĐ-CP")


def test_a_different_text_is_added_only_when_the_differences_are_accepted(
    folder: Path, tmp_path: Path
) -> None:
    added = decrees.add(
        _file(tmp_path, TEXT.replace("dệt", "đan")), number="7/2020/NĐ-CP", accept_differences=True
    )

    assert [item.place.address for item in added.differences] == ["dieu-1.khoan-1"]
    (entry,) = [item for item in decrees.entries() if item.citation.number == "7/2020/NĐ-CP"]
    assert entry.editions[0].accepted == 1


def test_naming_an_instrument_without_text_says_how_to_add_it() -> None:
    with pytest.raises(TextMissingError, match="chưa có toàn văn") as caught:
        the_store().load("45/2012/NĐ-CP")

    assert "kcdocs decrees add" in caught.value.mend


def test_an_unknown_number_and_a_nameless_text_are_each_told(tmp_path: Path) -> None:
    with pytest.raises(UnknownInstrumentError):
        the_store().load("1/1900/NĐ-CP")
    with pytest.raises(NamelessTextError):
        decrees.add(_file(tmp_path, TEXT))


def test_a_text_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoArticlesError):
        decrees.add(_file(tmp_path, "Chỉ là một lá thư.\nTrân trọng."), number="7/2020/NĐ-CP")


def test_the_edition_in_force_on_a_day_is_chosen(folder: Path, tmp_path: Path) -> None:
    decrees.add(_file(tmp_path, TEXT), number="7/2020/NĐ-CP")
    decrees.add(_file(tmp_path, TEXT.replace("dệt", "đan")), number="7/2020/NĐ-CP", since=date(2022, 1, 1))

    def first_clause(day: date | None) -> str:
        return decrees.show("7/2020/NĐ-CP", address="khoản 1 Điều 1", as_of=day)[0].text

    assert first_clause(date(2021, 12, 31)) == "Quy định này nói về nghề dệt."
    assert first_clause(date(2022, 1, 1)) == "Quy định này nói về nghề đan."
    assert first_clause(None) == "Quy định này nói về nghề đan."
    with pytest.raises(NoEditionError):
        first_clause(date(2020, 3, 14))


def test_a_provision_that_does_not_exist_is_told(folder: Path, tmp_path: Path) -> None:
    decrees.add(_file(tmp_path, TEXT), number="7/2020/NĐ-CP")

    with pytest.raises(NoSuchProvisionError, match="khoản 9 Điều 1"):
        decrees.show("7/2020/NĐ-CP", address="khoản 9 Điều 1")


def test_a_kept_text_that_was_touched_is_refused(folder: Path, tmp_path: Path) -> None:
    added = decrees.add(_file(tmp_path, TEXT), number="7/2020/NĐ-CP")
    added.path.write_text(added.path.read_text("utf-8").replace("dệt", "đan"), "utf-8")

    with pytest.raises(SpoiltTextError):
        the_store().load("7/2020/NĐ-CP")


def test_verify_tells_which_added_texts_match(folder: Path, tmp_path: Path) -> None:
    decrees.add(_file(tmp_path, TEXT.replace("dệt", "đan")), number="7/2020/NĐ-CP", accept_differences=True)

    found = {text.number: text.differences for text in decrees.verify()}

    assert [item.place.address for item in found["7/2020/NĐ-CP"] or ()] == ["dieu-1.khoan-1"]


def test_verify_tells_a_text_that_was_touched_and_goes_on(
    folder: Path, tmp_path: Path, told: Callable[..., tuple[int, str]]
) -> None:
    added = decrees.add(_file(tmp_path, TEXT), number="7/2020/NĐ-CP")
    added.path.write_text(added.path.read_text("utf-8").replace("dệt", "đan"), "utf-8")

    code, said = told("decrees", "verify")

    assert code == SpoiltTextError.exit_code
    assert added.path.name in said
    assert "999/2012/NĐ-CP: khớp" in said


def test_verify_looks_for_the_instruments_once(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decrees.add(_file(tmp_path, TEXT), number="7/2020/NĐ-CP")
    opened: list[int] = []
    monkeypatch.setattr(decrees, "the_store", lambda: opened.append(1) or the_store())

    assert len(list(decrees.verify())) == 2
    assert opened == [1]


def test_the_outline_of_decree_45_has_its_known_size() -> None:
    outline = fingerprint.read_outline(shipped("decrees") / "45-2012-nd-cp" / "outline.toml")

    kinds = [item.address.kind for item in outline]
    counts = [kinds.count(kind) for kind in (Kind.CHAPTER, Kind.ARTICLE, Kind.CLAUSE, Kind.POINT)]
    assert counts == [6, 19, 54, 49]


def test_the_real_decree_45_matches_every_fingerprint(corpus: Path) -> None:
    added = decrees.add(str(corpus / "45-2012-nd-cp" / "van-ban.txt"), number="45/2012/NĐ-CP")

    assert added.checked
    assert added.differences == ()


def test_the_shipped_outline_is_what_the_command_makes_from_the_real_text(corpus: Path) -> None:
    made = decrees.outline(str(corpus / "45-2012-nd-cp" / "van-ban.txt")).toml

    assert made == (shipped("decrees") / "45-2012-nd-cp" / "outline.toml").read_text("utf-8")


def test_a_kept_text_reads_back_equal(folder: Path, tmp_path: Path) -> None:
    added = decrees.add(_file(tmp_path, TEXT), number="7/2020/NĐ-CP")
    first = kept.read(added.path)

    kept.write(tmp_path / "copy.json", replace(first))

    assert kept.read(tmp_path / "copy.json") == first


def test_a_text_is_added_from_an_address_after_the_same_check(folder: Path, tmp_path: Path) -> None:
    _file(tmp_path, TEXT, "nghi-dinh.txt")
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        added = decrees.add(f"http://127.0.0.1:{server.server_port}/nghi-dinh.txt", number="7/2020/NĐ-CP")
        server.shutdown()

    assert added.checked
    assert added.differences == ()
    assert decrees.show("7/2020/NĐ-CP", address="khoản 1 Điều 1")[0].text == "Quy định này nói về nghề dệt."


KEPT = "7/2020/NĐ-CP"


def _standing() -> list[str]:
    return [line.text for line in the_store().load(KEPT).lines()]


def test_the_same_text_again_is_told_to_be_kept_and_changes_nothing(tmp_path: Path) -> None:
    first = decrees.add(_file(tmp_path, TEXT), number=KEPT)
    before = first.path.read_bytes(), first.path.stat().st_mtime_ns

    again = decrees.add(_file(tmp_path, TEXT, "ban-khac.txt"), number="7/2020/nd-cp")

    assert (first.new, again.new, again.path) == (True, False, first.path)
    assert (first.path.read_bytes(), first.path.stat().st_mtime_ns) == before


def test_another_text_of_the_same_day_is_refused_with_what_stands_and_how_they_differ(tmp_path: Path) -> None:
    decrees.add(_file(tmp_path, TEXT), number=KEPT, since=date(2020, 3, 15))
    longer = TEXT.replace("nghề gốm", "nghề gốm, sứ") + "\nĐiều 3. Thêm\n1. Một.\na) Hai."

    with pytest.raises(OtherTextKeptError) as caught:
        decrees.add(_file(tmp_path, longer), number=KEPT, since=date(2020, 3, 15))

    told = str(caught.value)
    assert "7/2020/NĐ-CP từ ngày 15/03/2020" in told
    assert f"thêm ngày {date.today():%d/%m/%Y}" in told  # noqa: DTZ011 - the user's own calendar
    assert "Bản ấy có 2 điều, 2 khoản, 0 điểm; bản đưa vào có 3 điều, 3 khoản, 1 điểm" in told
    assert "4 điều khoản thừa, thiếu hoặc khác lời" in told
    assert "--force" in caught.value.mend
    assert _standing() == TEXT.split("\n")


def test_a_text_that_differs_only_outside_its_provisions_is_refused_too(tmp_path: Path) -> None:
    decrees.add(_file(tmp_path, TEXT), number=KEPT)

    with pytest.raises(OtherTextKeptError, match="chỉ khác ở phần ngoài các điều khoản"):
        decrees.add(_file(tmp_path, "NGHỊ ĐỊNH\nVề nghề\n" + TEXT), number=KEPT)


def test_what_is_replaced_by_force_is_set_aside_and_can_be_had_back(tmp_path: Path) -> None:
    first = decrees.add(_file(tmp_path, TEXT), number=KEPT)
    before = first.path.read_bytes()
    other = TEXT.replace("nghề gốm", "nghề mộc")

    added = decrees.add(_file(tmp_path, other), number=KEPT, force=True)

    assert added.aside is not None
    assert added.aside.read_bytes() == before
    assert _standing() == other.split("\n")
    assert len(next(item for item in decrees.entries() if item.citation.number == KEPT).editions) == 1


def test_another_day_is_another_edition_and_replaces_nothing(tmp_path: Path) -> None:
    decrees.add(_file(tmp_path, TEXT), number=KEPT, since=date(2020, 3, 15))
    added = decrees.add(_file(tmp_path, TEXT + "\nThêm."), number=KEPT, since=date(2021, 3, 15))

    assert (added.new, added.aside) == (True, None)


def test_a_kept_text_that_was_spoilt_is_replaced_only_by_force(tmp_path: Path) -> None:
    path = decrees.add(_file(tmp_path, TEXT), number=KEPT).path
    path.write_text("{}", "utf-8")

    with pytest.raises(SpoiltTextError) as caught:
        decrees.add(_file(tmp_path, TEXT), number=KEPT)
    assert "--force" in caught.value.mend
    decrees.add(_file(tmp_path, TEXT), number=KEPT, force=True)
    assert _standing() == TEXT.split("\n")


def test_what_a_reader_doubted_is_told_when_the_text_is_added_and_whenever_it_is_used(
    folder: Path, tmp_path: Path
) -> None:
    del folder
    odd = TEXT.replace("nghề dệt", "nghề \u202edệt")
    added = decrees.add(_file(tmp_path, odd), number="7/2020/NĐ-CP", accept_differences=True)
    loaded = the_store().load("7/2020/NĐ-CP", as_of=date(2020, 4, 1))
    entry = the_store().entry("7/2020/NĐ-CP")

    for findings in (added.findings, loaded.findings, the_store().findings(entry, date(2020, 4, 1))):
        (told,) = [item for item in findings if item.code == "SR207"]
        assert (told.place.line, told.found) == (2, "1. Quy định này nói về nghề ‹U+202E›dệt.")


def test_making_fingerprints_says_what_the_reader_doubts(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text(TEXT.replace("Điều 2.", "Điều 3."), encoding="utf-8")
    assert [item.code for item in decrees.outline(str(path)).findings] == ["PA101"]
    with pytest.raises(SystemExit) as ended:
        run(root, ["decrees", "outline", str(path)])
    printed = capsys.readouterr()
    assert not ended.value.code
    assert "PA101" in printed.err
    assert "PA101" not in printed.out
