"""The form of a document held against the law of its day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kcdocs.codes import Declared
from kcdocs.law import layout
from kcdocs.law.layout import Profile
from kcdocs.lint.papers import CheckedPaper, read_paper
from kcdocs.lint.rules import (
    annexes,
    bases,
    bodies,
    copies,
    figures,
    head,
    labels,
    letters,
    naming,
    order,
    page,
    quoting,
    signing,
    spacing,
    sums,
    typing,
)
from kcdocs.lint.telling import FormBreach, place_of
from kcdocs.model.catalogue import Catalogue
from kcdocs.model.finding import Finding, Severity
from kcdocs.word.package import Allow, Package, open_package
from kcdocs.word.read import has_tags, read_setting

_NO_DOCUMENT = Declared(
    "LT401",
    Severity.NOTE,
    "The file is no document of an office.",
    "Tệp này không phải văn bản của cơ quan (không có số, ký hiệu, cũng không có Quốc hiệu kèm tên cơ quan"
    " và tên loại): không kiểm tra thể thức.",
)
_ASSEMBLY = Declared(
    "LT402",
    Severity.NOTE,
    "No facts of layout are known for texts of the National Assembly.",
    "Văn bản của Quốc hội, Ủy ban Thường vụ Quốc hội: kcdocs chỉ kiểm tra lời văn và viện dẫn, không kiểm"
    " tra cách trình bày.",
)
_OLDER = Declared(
    "LT403",
    Severity.NOTE,
    "The document is older than the rules of layout that are known.",
    "Văn bản ban hành trước ngày 05/3/2020, khi Nghị định số 30/2020/NĐ-CP chưa có hiệu lực: chỉ kiểm tra"
    " thứ tự và viện dẫn điều khoản, cách gõ, số liệu.",
)
_REVISIONS = Declared(
    "LT404",
    Severity.WARNING,
    "Tracked changes stand in the document.",
    "Văn bản còn {count} chỗ sửa đang theo dõi; kiểm tra như đã chấp nhận hết.",
    mend="Chấp nhận hoặc bác bỏ các chỗ sửa trước khi ban hành.",
)
_TEMPLATE = Declared(
    "LT405",
    Severity.NOTE,
    "The file is a template with tags.",
    "Tệp này là mẫu còn ô điền: kiểm tra trang, chữ và các phần cố định, không kiểm tra nội dung sẽ điền.",
)

_FOREIGN = Declared(
    "LT407",
    Severity.NOTE,
    "The file is a paper that is under no rules of offices.",
    "Tệp này là văn bản của tổ chức có quy định thể thức riêng (Đảng, Đoàn Thanh niên), hoặc là đơn, tờ khai,"
    " phiếu, bản kê, bản so sánh, biểu mẫu, hợp đồng, phần sao không có bản chính: không kiểm tra thể thức"
    " theo Nghị định số 30/2020/NĐ-CP.",
)

_HEADLESS_TEMPLATE = Declared(
    "LT406",
    Severity.NOTE,
    "The file is a template whose head comes from its tags.",
    "Tệp này là mẫu, phần đầu văn bản do các thẻ điền vào: không kiểm tra thể thức của mẫu.",
    mend="Kiểm tra mẫu bằng kcdocs templates check; kiểm tra thể thức ở văn bản đã lập.",
)

Check = Callable[[CheckedPaper], Iterator[FormBreach]]

_LAYOUT: tuple[Check, ...] = (page.check, letters.check, spacing.check)
_WORDING: tuple[Check, ...] = (
    head.check,
    naming.check,
    bases.check,
    order.check,
    labels.check,
    signing.check,
    annexes.check,
    typing.check,
    sums.check,
    figures.check,
    bodies.check,
    copies.check,
    quoting.check,
)
_OF_ANY_DAY: tuple[Check, ...] = (order.check, typing.check, sums.check)
"""What no decree on layout says: labels, references, typing, figures."""


@dataclass(frozen=True, slots=True)
class FormReport:
    """What a check of a document's form found.

    Attributes:
        paper: The document with its parts.
        breaches: What is wrong, in the order of the document.
    """

    paper: CheckedPaper
    breaches: tuple[FormBreach, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is told of the breaches."""
        return tuple(breach.finding for breach in self.breaches)


def check_form(
    data: bytes | Path, name: str, profile: Profile | None = None, *, catalogue: Catalogue | None = None
) -> FormReport:
    """Hold a Word file against the rules of form.

    Args:
        data: The file's bytes, or where it lies.
        name: How the user named it.
        profile: The rules to hold it against; found in the document if None.
        catalogue: Instruments that are known: whether its legal bases were in force on its day is told then.

    Raises:
        LoadError: The file does not come in.
        PackageError: One subclass for each thing that is wrong with the file.
    """
    return check_package(open_package(data, name=name, allow=Allow.ALL), profile, catalogue=catalogue)


def check_package(
    package: Package,
    profile: Profile | None = None,
    *,
    catalogue: Catalogue | None = None,
    laid_out: bool = False,
) -> FormReport:
    """The same of a package that is open already.

    Args:
        package: The document.
        profile: The rules to hold it against; found in the document if None.
        catalogue: Instruments that are known.
        laid_out: Whether its layout is proved: only what was filled in is checked then.
    """
    tagged = has_tags(package.parts[package.main])
    paper = read_paper(read_setting(package), package.name, template=tagged, profile=profile)
    paper = replace(paper, catalogue=catalogue)
    return FormReport(paper, tuple(sorted(_breaches(paper, laid_out=laid_out), key=_place)))


def _breaches(paper: CheckedPaper, *, laid_out: bool) -> Iterator[FormBreach]:
    place = place_of(paper)
    if not paper.is_document:
        kind = _FOREIGN if paper.foreign else _HEADLESS_TEMPLATE if paper.template else _NO_DOCUMENT
        yield FormBreach(kind.at(place))
        return
    if paper.setting.changes:
        yield FormBreach(_REVISIONS.at(place, count=paper.setting.changes))
    if paper.template:
        yield FormBreach(_TEMPLATE.at(place))
    checks: Sequence[Check] = _WORDING if laid_out else [*_LAYOUT, *_WORDING]
    if paper.profile is Profile.ASSEMBLY:
        yield FormBreach(_ASSEMBLY.at(place))
        checks = _WORDING
    elif _is_older(paper.issued):
        yield FormBreach(_OLDER.at(place))
        checks = _OF_ANY_DAY
    for check in checks:
        yield from check(paper)


def _place(breach: FormBreach) -> int:
    """Where a breach first stands: what is said of the document as a whole comes first."""
    return breach.lines[0].paragraph.number if breach.lines else 0


def _is_older(issued: date | None) -> bool:
    return issued is not None and issued < layout.DECREE_30
