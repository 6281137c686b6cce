"""What a document claims of its making, whether its content bears it out, and what speaks against it."""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kcdocs.codes import Declared
from kcdocs.engine.fill import CONTENT_PROPERTY, content_digest
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.sets import limits, trace
from kcdocs.text.joining import untypeset
from kcdocs.word.package import CUSTOM, Package, part_titles, read_custom
from kcdocs.word.read import Passage, passages


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a document's custom properties say.

    Attributes:
        set_name: Set and version ("to-trinh@1.0.0").
        template: SHA-256 of the template, hexadecimal.
        record: SHA-256 of the record's typed data, hexadecimal.
        maker: Version of kcdocs.
        content: Digest of all parts but the custom properties, hexadecimal.
    """

    set_name: str
    template: str
    record: str
    maker: str
    content: str


@dataclass(frozen=True, slots=True)
class ChangedParagraph:
    """A paragraph in which two documents differ.

    Attributes:
        part: Vietnamese name of the part.
        paragraph: Its ordinal in the second document, from 1; where it is missing there, the one before.
        expected: Its text in the first document; empty if it was added.
        found: Its text in the second; empty if it is missing.
    """

    part: str
    paragraph: int
    expected: str
    found: str


def read_provenance(package: Package) -> Provenance | None:
    """What a document says of its making; None if it does not say all of it."""
    custom = read_custom(package.parts.get(CUSTOM, b""))
    names = (trace.SET, trace.TEMPLATE, trace.RECORD, trace.MAKER, CONTENT_PROPERTY)
    values = [custom.get(name, "") for name in names]
    return Provenance(*values) if all(values) else None


def digest_of(package: Package) -> str:
    """The digest of a document's content, over its uncompressed parts, as it is written when it is made."""
    return content_digest(
        {name: hashlib.sha256(data).hexdigest() for name, data in package.parts.items() if name != CUSTOM}
    )


def paragraph_differences(made: Package, found: Package) -> list[ChangedParagraph]:
    """The paragraphs in which two documents differ, body first."""
    made_parts, found_parts = _texts(made), _texts(found)
    titles = list(dict.fromkeys((*made_parts, *found_parts)))
    return [
        item
        for title in titles
        for item in _between(title, made_parts.get(title, ()), found_parts.get(title, ()))
    ]


def _texts(package: Package) -> dict[str, tuple[Passage, ...]]:
    titles = {part: title for part, title in part_titles(package).items() if part != title}
    words = {
        part: title for part, title in titles.items() if "wordprocessingml" in package.content_type(part)
    }
    return {title: passages(package, part) for part, title in words.items()}


def _between(title: str, made: tuple[Passage, ...], found: tuple[Passage, ...]) -> Iterator[ChangedParagraph]:
    old, new = ([untypeset(item.text) for item in texts] for texts in (made, found))
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for change, start, end, first, last in matcher.get_opcodes():
        if change != "equal":
            for index in range(max(end - start, last - first)):
                expected = old[start + index] if start + index < end else ""
                told = new[first + index] if first + index < last else ""
                number = found[min(first + index, last - 1, len(found) - 1)].number if found else 0
                yield ChangedParagraph(title, number, expected, told)


def filled_in(item: ChangedParagraph) -> bool:
    """Whether a paragraph differs only in figures that stand in the spaces left for the registry office."""
    pieces = _SPACE.split(item.expected)
    if len(pieces) < 2 or not item.found.startswith(pieces[0]):
        return False
    at = len(pieces[0])
    for piece in pieces[1:]:
        end = item.found.find(piece, at) if piece else len(item.found)
        if end < 0 or not _FIGURES.fullmatch(item.found, at, end):
            return False
        at = end + len(piece)
    return at == len(item.found)


def disguised(made: Package, found: Package) -> bool:
    """Whether words of a document were struck out, hidden or made white since it was made."""
    return any(
        len(_DISGUISE.findall(data)) > len(_DISGUISE.findall(made.parts.get(name, b"")))
        for name, data in found.parts.items()
        if name.endswith(".xml")
    )


_SPACE = re.compile("\xa0{3,}")
_FIGURES = re.compile(r"\s{0,12}\d{0,6}\s{0,12}")
_DISGUISE = re.compile(
    rb'<w:(?:strike|dstrike|vanish|specVanish|webHidden)(?: w:val="(?:1|true|on)")?/>|<w:color w:val="F{6}"',
    re.IGNORECASE,
)

FOREIGN = Declared(
    "TP401",
    Severity.ERROR,
    "The document says nothing of its making.",
    "Văn bản không mang dấu của kcdocs: không do kcdocs lập, hoặc dấu đã bị xóa.",
    mend="Nếu văn bản vốn do kcdocs lập, lấy lại bản gốc trong thư mục kết quả.",
)

EDITED = Declared(
    "TP402",
    Severity.ERROR,
    "The content is no longer what the digest says.",
    "Văn bản đã bị sửa tay, hoặc được lưu lại bằng phần mềm khác, sau khi lập.",
    mend="Thêm --record TỆP-DỮ-LIỆU để xem những đoạn nào đã khác.",
)

OTHER_MAKER = Declared(
    "TP403",
    Severity.WARNING,
    "Another version of kcdocs made it.",
    "Văn bản do kcdocs {maker} lập; máy này dùng kcdocs {ours}.",
    mend="Muốn lập lại giống hệt, dùng kcdocs {maker}.",
)

NO_TEMPLATE = Declared(
    "TP404",
    Severity.WARNING,
    "The set is not here, so the document cannot be made again.",
    "Máy này không lấy được bộ mẫu {set_name} để lập lại văn bản: {message}",
    mend="Cài lại bộ mẫu ấy, rồi xác minh lại.",
)

OTHER_TEMPLATE = Declared(
    "TP405",
    Severity.ERROR,
    "The template here is not the one it was made with.",
    "Bộ mẫu {set_name} trên máy này không phải bộ mẫu đã dùng để lập văn bản (mã băm khác nhau).",
    mend="Khôi phục bộ mẫu đã phát hành; bộ mẫu đã dùng thì không được sửa, chỉ lập phiên bản mới.",
)

OTHER_RECORD = Declared(
    "TP406",
    Severity.ERROR,
    "No record is the one it was made from.",
    "Không hồ sơ nào trong {count} hồ sơ của tệp dữ liệu là hồ sơ đã dùng để lập văn bản.",
    mend="Chọn đúng tệp dữ liệu; nếu dữ liệu đã sửa sau khi lập văn bản thì phải lập lại văn bản.",
)

_SAME_WORDS = Declared(
    "TP408",
    Severity.NOTE,
    "The words are the same; only the layout or the file differs.",
    "Chữ trong văn bản đúng như khi lập lại; chỉ khác ở định dạng, nhận xét, hình hoặc cách lưu tệp.",
)

_DIFFERENT = Declared(
    "TP407",
    Severity.ERROR,
    "A paragraph that is not as the document made again has it.",
    "Đoạn này khác văn bản lập lại từ bộ mẫu và dữ liệu.",
    mend="Hỏi người đã sửa văn bản; nếu không có lý do, lập lại văn bản.",
)

_MORE = Declared(
    "TP409",
    Severity.ERROR,
    "How many more paragraphs differ than are told one by one.",
    "Còn {count} đoạn khác nữa.",
    mend="Lập lại văn bản rồi so hai bản để xem hết.",
)


_FILLED_IN = Declared(
    "TP410",
    Severity.NOTE,
    "A number or a date that was filled in where the document left space for it.",
    "Đã điền vào chỗ để trống: «{said}».",
)

_DISGUISED = Declared(
    "TP411",
    Severity.ERROR,
    "Words that were struck out, hidden or made white since the document was made.",
    "Có chữ bị gạch ngang, bị ẩn hoặc đổi sang màu trắng sau khi lập.",
    mend="Mở tệp bằng Word, bật hiện ký tự ẩn để xem; nếu không có lý do, lập lại văn bản.",
)


def after_making(
    found: Sequence[ChangedParagraph], place: Place, *, hidden: bool
) -> tuple[Finding, ...] | None:
    """What an office did with a document after it was made; None if it changed more than it may.

    Args:
        found: The paragraphs in which it differs from the document made again.
        place: The document.
        hidden: Whether words were struck out, hidden or made white.
    """
    if hidden or not all(map(filled_in, found)):
        return None
    if not found:
        return (_SAME_WORDS.at(place),)
    return tuple(
        _FILLED_IN.at(Place(place.file, item.part, paragraph=item.paragraph), item.found, said=item.found)
        for item in found
    )


def difference_findings(
    found: Sequence[ChangedParagraph], place: Place, *, hidden: bool = False
) -> Iterator[Finding]:
    """What differs from the document made again, paragraph by paragraph, and whether words were hidden."""
    if hidden:
        yield _DISGUISED.at(place)
    elif not found:
        yield _SAME_WORDS.at(place)
    for item in found[: limits.DIFFERENCES_TOLD]:
        yield _DIFFERENT.at(
            Place(file=place.file, part=item.part, paragraph=item.paragraph),
            item.found or "(không có đoạn này)",
            expected=item.expected or "(không có đoạn này)",
        )
    if len(found) > limits.DIFFERENCES_TOLD:
        yield _MORE.at(place, count=len(found) - limits.DIFFERENCES_TOLD)
