"""How errors and findings are declared."""

from __future__ import annotations

import pickle
from collections.abc import Sequence

import pytest

from kcdocs import codes
from kcdocs.codes import Declared, DeclaredTwiceError
from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.model.finding import Finding, Place, Severity


@pytest.fixture(autouse=True)
def registry(monkeypatch: pytest.MonkeyPatch) -> None:
    """A registry of the test's own, so that what it declares is no code of the product."""
    monkeypatch.setattr(codes, "_entries", {})


def declare() -> type[KcdocsError]:
    class TornPageError(KcdocsError):
        """A page is torn."""

        name: str
        pages: Sequence[int]
        place: Place | None = None

        code = "ZZ101"
        exit_code = ExitCode.DATA
        words = "«{name}» rách {amount} trang: {pages}."
        mend = "Dán lại từ trang {pages[0]}."

        @property
        def amount(self) -> int:
            return len(self.pages)

    return TornPageError


def test_an_error_says_its_facts_in_its_words_and_in_its_mend() -> None:
    error = declare()("sổ", [3, 7])

    assert str(error) == error.message == "«sổ» rách 2 trang: 3, 7."
    assert error.mend == "Dán lại từ trang 3."
    assert error.place is None


def test_braces_in_a_fact_are_letters_like_others() -> None:
    assert declare()("{pages}{0!r}", [1]).message == "«{pages}{0!r}» rách 1 trang: 1."


def test_a_fact_that_is_not_declared_or_not_given_is_refused() -> None:
    torn = declare()
    for given, named in ([], {}), (["sổ"], {}), (["sổ", [1], None, 4], {}), (["sổ", [1]], {"colour": "đỏ"}):
        with pytest.raises(TypeError, match="TornPageError takes name, pages, place"):
            torn(*given, **named)
    with pytest.raises(TypeError):
        torn("sổ", [1], name="vở")


def test_an_error_comes_back_from_another_process_as_it_is() -> None:
    from kcdocs.register.errors import SeriesUnknownError

    error = pickle.loads(pickle.dumps(SeriesUnknownError("QĐ-BCT/2026")))

    assert error.message == "Sổ đăng ký chưa có dãy số «QĐ-BCT/2026»."
    assert error.series == "QĐ-BCT/2026"
    assert error.mend.startswith('Mở dãy số: kcdocs register open "QĐ-BCT/2026"')


def test_an_error_is_told_as_a_finding_with_its_code_and_words() -> None:
    error = declare()("sổ", [3], Place(file="a.txt"))

    assert error.as_finding(found="trang 3") == Finding(
        "ZZ101",
        Severity.ERROR,
        Place(file="a.txt"),
        "«sổ» rách 1 trang: 3.",
        "trang 3",
        mend="Dán lại từ trang 3.",
    )
    assert error.as_finding(Place(file="b.txt")).place == Place(file="b.txt")


def test_of_many_findings_as_many_are_told_as_the_class_says() -> None:
    class TornPagesError(FindingsError):
        """Pages are torn."""

        code = "ZZ102"
        words = "Có {count} chỗ, {errors} lỗi."
        most = 2

    note = Declared("ZZ103", Severity.NOTE, "A stain.", "Trang {page} có vết bẩn.")
    wrong = Declared("ZZ104", Severity.ERROR, "A hole.", "Trang {page} thủng.")
    found = [note.at(Place(), page=1), wrong.at(Place(), page=2), wrong.at(Place(), page=3)]
    error = TornPagesError(found)

    assert error.message == "Có 3 chỗ, 2 lỗi."
    assert list(error.findings) == found[:2]
    assert list(error.every) == found


def test_a_declared_finding_says_its_facts_wherever_they_stand() -> None:
    page = Declared(
        "ZZ101",
        Severity.WARNING,
        "A page is missing.",
        "Thiếu trang {page}.",
        expected="trang {page}",
        mend="Tìm trang {page}.",
        source="Luật X",
    )

    assert page.at(Place(line=2), "trang 4", page=5) == Finding(
        "ZZ101",
        Severity.WARNING,
        Place(line=2),
        "Thiếu trang 5.",
        "trang 4",
        "trang 5",
        "Tìm trang 5.",
        "Luật X",
    )


def test_the_words_of_the_place_go_before_the_declared_ones() -> None:
    page = Declared("ZZ101", Severity.WARNING, "A page is missing.", "Thiếu.", expected="a", mend="b")
    found = page.at(Place(), severity=Severity.ERROR, expected="{a}", mend="{b}", source="{c}")

    assert (found.severity, found.expected) == (Severity.ERROR, "{a}")
    assert (found.mend, found.source) == ("{b}", "{c}")


def test_one_code_is_declared_once() -> None:
    declare()

    with pytest.raises(DeclaredTwiceError, match="ZZ101"):
        Declared("ZZ101", Severity.NOTE, "Another thing.", "Khác.")
    with pytest.raises(DeclaredTwiceError, match="ZZ101"):
        declare()
    assert [entry.words for entry in codes.entries().values()] == ["«{name}» rách {amount} trang: {pages}."]
