"""The blocks that all sets share: header, signature with recipients, annex heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.forms.ooxml import cell, kept, paragraph, row, rule, table, twips

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LEFT, RIGHT = 62.0, 98.0
"""Columns of the header and signature tables, in millimetres: together the text width of 160."""

MOTTO = 60.4
"""Printed length of "Độc lập - Tự do - Hạnh phúc" at 14 points bold, in millimetres: the motto's rule."""

ISSUER_RULES = ((14, 20.7), (9, 13.5), (0, 9.0))
"""Rule under the issuer, 1/3 to 1/2 of its line (Decree 30/2020, Annex I, II.2).

From so many capitals on (3.1 mm each at 13 points bold, at most 62 mm a line) → length in millimetres.
"""

ABSTRACT_RULES = ((53, 54.0), (35, 37.5), (23, 25.0), (0, 17.0))
"""Rule under the abstract, 1/3 to 1/2 of its longest line (Decree 30/2020, Annex I, II.5).

From so many letters on (2.16 mm each at 14 points bold, at most 160 mm a line) → length in millimetres.
"""

BESIDE = 8
"""Recipients beside the signature, on its page; those behind flow on, so that a list of forty does not take
the signature along to a page without a line of the text. Eight of two lines are as high as a signature."""

URGENT = 40.0
"""Width of the frame of the mark of urgency, in millimetres: the widest of the three of Annex I, III.2, which
holds each of them on a line."""

ATTACHED_RULE = 40.0
"""Rule under the line that ties an annex to its document, as in Annex III, form 2.1."""


def header(*under_number: str, numbered: bool = True, dated: bool = True) -> str:
    """Boxes 1 to 4 of Annex I: issuer, national title and motto, number, place and date.

    Args:
        under_number: Paragraphs under the number.
        numbered: Whether the number stands there; what goes with another document has none of its own.
        dated: Whether place and date stand there; minutes name them in their text (Annex III, form 1.9).
    """
    issuer = _issuer()
    country = (
        paragraph("KCQuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        paragraph("KCTieuNgu", "Độc lập - Tự do - Hạnh phúc"),
        rule(MOTTO, RIGHT),
    )
    number = cell(LEFT, paragraph("KCSo", "Số: {{ the_thuc.so_ky_hieu }}" if numbered else ""), *under_number)
    day = cell(RIGHT, paragraph("KCDiaDanh", "{{ the_thuc.dia_danh_ngay }}" if dated else ""))
    rows = [row(cell(LEFT, *issuer), cell(RIGHT, *country))]
    rows += [row(number, day)] if numbered or dated else []
    return table((LEFT, RIGHT), rows)


def _issuer() -> tuple[str, ...]:
    """Box 2: the issuer with its rule, its superior above it where it has one."""
    return (
        paragraph("KCChuQuan", "{%p if the_thuc.chu_quan %}"),
        paragraph("KCChuQuan", "{{ the_thuc.chu_quan }}"),
        paragraph("KCChuQuan", "{%p endif %}"),
        paragraph("KCCoQuan", "{{ the_thuc.co_quan }}"),
        _fitting("the_thuc.co_quan", ISSUER_RULES, LEFT),
    )


def undated_header() -> str:
    """The header of minutes."""
    return header(dated=False)


def unnumbered_header() -> str:
    """The header of what goes with another document, as a table of opinions does."""
    return header(numbered=False)


def attached_header() -> str:
    """The header of a text that a decision attaches, which bears no number and day on paper (form 1.3)."""
    return header(numbered=False, dated=False)


def copy_header() -> str:
    """The head of a copy, below the original and a line across the page (form 3.1), before the signature."""
    issuer = _issuer()
    kind = paragraph("KCCoQuan", "{{ hinh_thuc_sao | hoa }}")
    number = cell(LEFT, paragraph("KCSo", "Số: {{ the_thuc.so_ky_hieu }}"))
    day = cell(RIGHT, paragraph("KCDiaDanh", "{{ the_thuc.dia_danh_ngay }}"))
    rows = (kept(row(cell(LEFT, *issuer), cell(RIGHT, kind))), kept(row(number, day)))
    return kept(rule(LEFT + RIGHT, LEFT + RIGHT, "KCTrichYeuGach")) + table((LEFT, RIGHT), rows)


def letter_header() -> str:
    """The header of an official letter, whose abstract stands under the number (box 5b)."""
    return header(paragraph("KCVeViec", "V/v {{ trich_yeu | can_dong }}"))


def urgency() -> str:
    """Box 10b: the mark of urgency in its frame, only where the paper is urgent."""
    line = '<w:{0} w:val="single" w:sz="8" w:space="2" w:color="FF0000"/>'
    sides = "".join(line.format(side) for side in ("top", "left", "bottom", "right"))
    side = twips((LEFT - URGENT) / 2)
    frame = (
        f'<w:pBdr>{sides}</w:pBdr><w:ind w:left="{side}" w:right="{twips(LEFT + RIGHT - URGENT) - side}" '
        'w:firstLine="0"/>'
    )
    return (
        paragraph("KCKhan", "{%p if do_khan %}")
        + paragraph("KCKhan", "{{ do_khan | hoa }}", extra=frame)
        + paragraph("KCKhan", "{%p endif %}")
    )


def contact() -> str:
    """Box 13: address of the issuer, under a line across the page, at the foot of the first page."""
    line = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="2" w:color="000000"/></w:pBdr>'
    return (
        paragraph("KCDiaChi", "{%p if lien_he %}")
        + paragraph("KCDiaChi", "{{ lien_he }}", extra=line)
        + paragraph("KCDiaChi", "{%p endif %}")
    )


def two_signers() -> str:
    """Two who sign side by side, as the secretary and the chair of minutes do (Annex III, form 1.10)."""

    def signer(name: str) -> tuple[str, ...]:
        position, full_name = f"{{{{ {name}.chuc_vu | hoa }}}}", f"{{{{ {name}.ho_ten }}}}"
        return paragraph("KCQuyenHan", position), paragraph("KCHoTen", full_name)

    half = (LEFT + RIGHT) / 2
    cells = cell(half, *signer("nguoi_ky_trai")), cell(half, *signer("nguoi_ky_phai"))
    return _signed((half, half), (kept(row(*cells)),))


_SIGNER = (
    paragraph("KCQuyenHan", "{%p for dong in the_thuc.quyen_han %}"),
    paragraph("KCQuyenHan", "{{ dong }}"),
    paragraph("KCQuyenHan", "{%p endfor %}"),
    paragraph("KCHoTen", "{{ nguoi_ky.ho_ten }}"),
)
_SIGNING = 75.0, 85.0
"""Columns of the signature's table, in millimetres: recipients, signer."""


def signature_alone() -> str:
    """Box 7 without recipients, of what goes with another document."""
    left, right = _SIGNING
    return _signed(_SIGNING, (kept(row(cell(left, paragraph("KCNoiNhan")), cell(right, *_SIGNER))),))


def signature() -> str:
    """Boxes 7 and 9b: recipients on the left, authority, position and name on the right."""
    left, right = _SIGNING
    recipients = (
        paragraph("KCNoiNhanDau", "Nơi nhận:"),
        paragraph("KCNoiNhan", f"{{%p for noi in the_thuc.noi_nhan[:{BESIDE}] %}}"),
        paragraph("KCNoiNhan", "{{ noi }}"),
        paragraph("KCNoiNhan", "{%p endfor %}"),
    )

    def line(words: str) -> str:
        return row(cell(left, paragraph("KCNoiNhan", words)), cell(right, paragraph("KCNoiNhan")))

    rows = (
        kept(row(cell(left, *recipients), cell(right, *_SIGNER))),
        line(f"{{%tr for noi in the_thuc.noi_nhan[{BESIDE}:] %}}"),
        line("{%tr if loop.revindex <= 2 %}"),
        kept(line("{{ noi }}")),
        line("{%tr else %}"),
        line("{{ noi }}"),
        line("{%tr endif %}"),
        line("{%tr endfor %}"),
    )
    return _signed(_SIGNING, rows)


def _signed(widths: Sequence[float], rows: Iterable[str]) -> str:
    """A table of signers with what a table needs before and behind it, all on one page.

    The paragraph behind a table is as low as one can be, yet under a table that fills its page to the foot it
    would go to the next alone: a page without a word. So the last row is kept with it, and it with the end of
    the section. LibreOffice keeps no table of a single row with what follows it: another, as low, closes it.
    """
    kept_with = "<w:keepNext/>"
    foot = kept(row(*(cell(width, paragraph("KCCuoi")) for width in widths)))
    signed = table(widths, (*rows, foot))
    return paragraph("KCGach", extra=kept_with) + signed + paragraph("KCCuoi", extra=kept_with)


def abstract_rule() -> str:
    """The rule of box 5a, under the abstract that stands in `trich_yeu`."""
    return _fitting("trich_yeu", ABSTRACT_RULES, LEFT + RIGHT, "KCTrichYeuGach")


def _fitting(
    text: str, rules: tuple[tuple[int, float], ...], cell_width: float, style: str = "KCGach"
) -> str:
    """A rule whose length follows that of a text."""
    pieces = []
    for n, (letters, width) in enumerate(rules):
        test = f"{{%p {'elif' if n else 'if'} {text} | length >= {letters} %}}" if letters else "{%p else %}"
        pieces += [paragraph(style, test), rule(width, cell_width, style)]
    return "".join((*pieces, paragraph(style, "{%p endif %}")))


def addressees() -> str:
    """Box 9a: one addressee on the line, two or more each on a line of its own."""
    label = "Kính gửi: "
    return "".join(
        (
            paragraph("KCKinhGui", "{%p if kinh_gui | length == 1 %}"),
            paragraph("KCKinhGui", label + "{{ kinh_gui[0] }}"),
            paragraph("KCKinhGui", "{%p else %}"),
            paragraph("KCKinhGuiDau", label),
            paragraph("KCKinhGui", "{%p for noi in the_thuc.kinh_gui %}"),
            paragraph("KCKinhGuiDong", "{{ noi }}"),
            paragraph("KCKinhGui", "{%p endfor %}"),
            paragraph("KCKinhGui", "{%p endif %}"),
        )
    )


def bases() -> str:
    """Legal bases, one a line, italic (Annex I, II.6)."""
    return listed("the_thuc.can_cu", "KCCanCu", "{{ doan }}")


def attached(width: float = LEFT + RIGHT) -> str:
    """The line that ties an annex to its document, with its rule (Annex III, form 2.1).

    Args:
        width: Of the text of its pages, in millimetres.
    """
    line = paragraph("KCKemTheo", "{{ the_thuc.kem_theo | can_dong }}")
    return line + rule(ATTACHED_RULE, width, "KCTrichYeuGach")


def block(name: str) -> str:
    """The marker of a shared block; composing puts the block's content in its place."""
    return paragraph("Normal", f"[[khối {name}]]")


def abstract(expression: str) -> str:
    """Box 5a's abstract and its rule.

    Args:
        expression: What the abstract is, in the language of templates.
    """
    named = paragraph("KCTrichYeu", f"{{%p set trich_yeu = {expression} %}}")
    return named + paragraph("KCTrichYeu", "{{ trich_yeu | can_dong }}") + block("gach-trich-yeu")


def listed(field: str, style: str = "KCThan", shown: str = "{{ doan }}") -> str:
    """One paragraph for each item of a list."""
    return (
        paragraph(style, f"{{%p for doan in {field} %}}")
        + paragraph(style, shown)
        + paragraph(style, "{%p endfor %}")
    )


def optional(field: str, body: str) -> str:
    """A stretch that stands only where the field is given."""
    return paragraph("KCThan", f"{{%p if {field} %}}") + body + paragraph("KCThan", "{%p endif %}")
