"""A Word file to start a template from: page, heads, feet and tags of an administrative paper of a type.

Source: Decree 30/2020/NĐ-CP, Annex I (page and components) and Annex III (forms of papers).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.law.layout import RECIPIENTS
from kcdocs.law.papers import PAPERS, OfficePaper
from kcdocs.loading import load
from kcdocs.settings import shipped
from kcdocs.text.casing import upper
from kcdocs.text.nearest import nearest
from kcdocs.word.write.blank_page import with_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcdocs.law.vocabulary import DocumentType

_MARKER, _BODY = "Normal", "KCThan"


class NoBlankError(KcdocsError):
    """There is no administrative paper of the type."""

    name: str
    near: str
    known: Sequence[str]

    code = "TP382"
    exit_code = ExitCode.USAGE
    words = "Không có loại văn bản hành chính «{name}».{guess}"
    mend = "Các loại: {listed}."

    @property
    def guess(self) -> str:
        """The type that was likely meant."""
        return f" Có phải là «{self.near}»?" if self.near else ""

    @property
    def listed(self) -> str:
        """The types there are."""
        return ", ".join(self.known)


def blank(type_name: str) -> bytes:
    """A Word file with the page, the shared blocks and the tags of an administrative paper.

    Args:
        type_name: The type of document ("Công văn", "Quyết định"), in any case of letters.

    Raises:
        NoBlankError: If there is no administrative paper of the type.
    """
    named = {name.casefold(): paper for name, paper in PAPERS.items()}
    found = named.get(" ".join(type_name.split()).casefold())
    if found is None:
        raise NoBlankError(type_name, nearest(type_name, PAPERS), list(PAPERS))
    page = load(shipped("templates") / "trang" / "van-ban.docx")
    return with_lines(page, tuple(_lines(found)), "[[khối dia-chi]]" if found.letter else "")


def _lines(paper: OfficePaper) -> Iterator[tuple[str, str]]:
    yield _MARKER, f"[[khối {_head(paper)}]]"
    yield _MARKER, "[[khối dau-khan]]"
    if not paper.letter:
        yield "KCTenLoai", upper(paper.type.name)
    if paper.abstract:
        yield "KCTrichYeu", "{{ trich_yeu }}"
        yield _MARKER, "[[khối gach-trich-yeu]]"
    if paper.addressed:
        yield _MARKER, "[[khối kinh-gui]]"
    yield from _enacted(paper.type) if paper.enacted else _paragraphs("cac_doan", "{{ doan }}")
    yield _MARKER, f"[[khối {'hai-nguoi-ky' if paper.signed_by_two else 'chu-ky'}]]"
    if paper.signed_by_two:
        yield "KCNoiNhanDau", f"{RECIPIENTS}:"
        yield from _paragraphs("the_thuc.noi_nhan", "{{ doan }}", "KCNoiNhan")


def _head(paper: OfficePaper) -> str:
    if paper.letter:
        return "dau-cong-van"
    return "dau-bien-ban" if paper.signed_by_two else "dau-van-ban"


def _enacted(kind: DocumentType) -> Iterator[tuple[str, str]]:
    """Who issues it, on what basis, and its articles."""
    yield "KCThamQuyen", "{{ tham_quyen | hoa }}"
    yield _MARKER, "[[khối can-cu]]"
    yield "KCThamQuyen", f"{kind.enacts[0]}:"
    yield from _paragraphs("cac_dieu", "Điều {{ loop.index }}. {{ doan }}")


def _paragraphs(field: str, shown: str, style: str = _BODY) -> Iterator[tuple[str, str]]:
    for text in (f"{{%p for doan in {field} %}}", shown, "{%p endfor %}"):
        yield style, text
