"""The form of a document held against the law of its day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from kcdocs.codes import Declared
from kcdocs.law import layout
from kcdocs.law.layout import Profile
from kcdocs.lint.papers import CheckedPaper, read_paper
from kcdocs.lint.rules import (
    annexes,
    bases,
    head,
    letters,
    naming,
    order,
    page,
    signing,
    spacing,
    sums,
    typing,
)
from kcdocs.lint.telling import place_of
from kcdocs.model.finding import Finding, Severity
from kcdocs.word.package import Allow, open_package
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
    " lời văn và viện dẫn.",
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

Check = Callable[[CheckedPaper], Iterator[Finding]]

_LAYOUT: tuple[Check, ...] = (page.check, head.check, letters.check, spacing.check)
_WORDING: tuple[Check, ...] = (
    naming.check,
    bases.check,
    order.check,
    signing.check,
    annexes.check,
    typing.check,
    sums.check,
)


def check_form(
    data: bytes | Path, name: str, profile: Profile | None = None
) -> tuple[CheckedPaper, tuple[Finding, ...]]:
    """Hold a Word file against the rules of form.

    Args:
        data: The file's bytes, or where it lies.
        name: How the user named it.
        profile: The rules to hold it against; found in the document if None.

    Returns:
        The document with its parts, and what is wrong with it in the order of the rules.

    Raises:
        LoadError: The file does not come in.
        PackageError: One subclass for each thing that is wrong with the file.
    """
    package = open_package(data, name=name, allow=Allow.ALL)
    paper = read_paper(
        read_setting(package), name, template=has_tags(package.parts[package.main]), profile=profile
    )
    return paper, tuple(_findings(paper))


def _findings(paper: CheckedPaper) -> Iterator[Finding]:
    place = place_of(paper)
    if not paper.is_document:
        yield _NO_DOCUMENT.at(place)
        return
    if paper.setting.changes:
        yield _REVISIONS.at(place, count=paper.setting.changes)
    if paper.template:
        yield _TEMPLATE.at(place)
    checks = [*_LAYOUT, *_WORDING]
    if paper.profile is Profile.ASSEMBLY:
        yield _ASSEMBLY.at(place)
        checks = list(_WORDING)
    elif _is_older(paper.issued):
        yield _OLDER.at(place)
        checks = list(_WORDING)
    for check in checks:
        yield from check(paper)


def _is_older(issued: date | None) -> bool:
    return issued is not None and issued < layout.DECREE_30
