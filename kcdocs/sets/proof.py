"""What a document claims of its making, whether its content bears it out, and what speaks against it."""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kcdocs.codes import Declared
from kcdocs.engine.fill import CONTENT_PROPERTY, content_digest
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.sets import limits, trace
from kcdocs.text import dates
from kcdocs.text.joining import untypeset
from kcdocs.word.package import CUSTOM, Package, part_titles, read_custom
from kcdocs.word.read import LetterLook, Passage, passages, read_setting


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
        above: The text in the second document that stands before it, empty paragraphs left out.
    """

    part: str
    paragraph: int
    expected: str
    found: str
    above: str = ""


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
                above = next((text for text in reversed(new[: first + index]) if text.strip()), "")
                if expected.strip() or told.strip():
                    yield ChangedParagraph(title, number, expected, told, above)


def filled_in(item: ChangedParagraph) -> bool:
    """Whether a paragraph differs only in figures that stand in the spaces left for the registry office."""
    said, *pieces = (piece.strip() for piece in _SPACE.split(item.expected))
    if not pieces or not item.found.startswith(said):
        return False
    at = len(said)
    for piece in pieces:
        end = item.found.find(piece, at) if piece else len(item.found)
        if end < 0 or not _FIGURES.fullmatch(item.found, at, end):
            return False
        at = end + len(piece)
    days = re.findall(dates.IN_WORDS, item.found)
    return at == len(item.found) and all(map(_is_day, days))


def signed(item: ChangedParagraph, says_signed: Callable[[str], bool]) -> bool:
    """Whether a paragraph says that the document was signed, below the title of who signs."""
    return not item.expected.strip() and says_signed(item.found) and item.above.isupper()


def _is_day(figures: tuple[str, str, str]) -> bool:
    """Whether day, month and year are a day of the calendar."""
    return dates.from_parts(*figures) is not None


def disguised(made: Package, found: Package) -> bool:
    """Whether words of a document were struck out, hidden or made hard to see since it was made."""
    return _unseen(found) > _unseen(made) or any(
        len(_STRUCK.findall(data)) > len(_STRUCK.findall(made.parts.get(name, b"")))
        for name, data in found.parts.items()
        if name.endswith(".xml")
    )


def _unseen(package: Package) -> int:
    """How many letters nobody reads: hidden, very small or almost white."""
    setting = read_setting(package)
    every = (*setting.paragraphs, *(item for other in setting.others.values() for item in other))
    return sum(len(run.text.strip()) for item in every for run in item.runs if _is_unseen(run.look))


def _is_unseen(look: LetterLook) -> bool:
    return look.hidden or look.size < limits.LEAST_READ or _brightness(look.colour) > limits.LIGHTEST_READ


def _brightness(colour: str) -> float:
    """How bright a colour is, black 0 and white 1 (ITU-R BT.709); the automatic colour prints black."""
    if not re.fullmatch("[0-9A-F]{6}", colour):
        return 0
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_SPACE = re.compile("\xa0{3,}")
_FIGURES = re.compile(r"\s{0,12}\d{0,6}\s{0,12}")
_PICTURE = re.compile(rb"<(?:a:blip|v:imagedata)\b")
_STRUCK = re.compile(
    rb'<w:(?:strike|dstrike|vanish|specVanish|webHidden)(?: w:val="(?:1|true|on)")?/>|'
    rb'<w:color [^<>]{0,200}w:themeColor="(?:background|light)[12]"',
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
    "A number, a date or a word of signature that was filled in where the document left space for it.",
    "Đã điền vào chỗ để trống: «{said}».",
)

_PICTURED = Declared(
    "TP412",
    Severity.NOTE,
    "Pictures that were put in after the making, as a scanned signature is.",
    "Đã chèn thêm {count} hình (chữ ký, con dấu …); xem hình có che chữ nào không.",
)

_DISGUISED = Declared(
    "TP411",
    Severity.ERROR,
    "Words that were struck out, hidden, made tiny or almost white since the document was made.",
    "Có chữ bị gạch ngang, bị ẩn, thu quá nhỏ hoặc đổi sang màu gần như trắng sau khi lập.",
    mend="Mở tệp bằng Word, bật hiện ký tự ẩn để xem; nếu không có lý do, lập lại văn bản.",
)


def after_making(
    found: Sequence[ChangedParagraph],
    place: Place,
    *,
    hidden: bool,
    pictures: int,
    says_signed: Callable[[str], bool],
) -> tuple[Finding, ...] | None:
    """What an office did with a document after it was made; None if it changed more than it may.

    Args:
        found: The paragraphs in which it differs from the document made again.
        place: The document.
        hidden: Whether words were struck out, hidden or made hard to see.
        pictures: How many pictures were put in: a scanned signature, a stamp.
        says_signed: Whether a line stands for the signature on a copy.
    """
    if hidden or not all(filled_in(item) or signed(item, says_signed) for item in found):
        return None
    told = [
        _FILLED_IN.at(Place(place.file, item.part, paragraph=item.paragraph), item.found, said=item.found)
        for item in found
    ]
    told += [_PICTURED.at(place, count=pictures)] if pictures else []
    return tuple(told) or (_SAME_WORDS.at(place),)


def pictures_added(made: Package, found: Package) -> int:
    """How many more pictures a document has than when it was made."""
    return max(0, _pictures(found) - _pictures(made))


def _pictures(package: Package) -> int:
    return sum(len(_PICTURE.findall(data)) for name, data in package.parts.items() if name.endswith(".xml"))


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
