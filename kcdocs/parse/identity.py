"""What an instrument is, as its own header, title and closing say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kcdocs.model.address import Kind
from kcdocs.model.citation import Citation
from kcdocs.parse.draft import Draft
from kcdocs.parse.rules.citation import read_symbol
from kcdocs.parse.rules.front import is_rule, type_name
from kcdocs.text.seen import seen

_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")
_PASSED = re.compile(r"thông qua ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")
_MOTTO = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập")
_UNNUMBERED = re.compile(r"Số\s*:?[\s….·_]*(/\d{4}/[A-ZĐ][\w-]*)")
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
_CAPITALISED = (
    "Chính phủ",
    "Quốc hội",
    "Thủ tướng Chính phủ",
    "Ủy ban Thường vụ Quốc hội",
    "Bộ Công Thương",
    "Bộ Tài chính",
    "Bộ Nội vụ",
    "Bộ Tư pháp",
    "Bộ Xây dựng",
    "Bộ Y tế",
    "Bộ Công an",
    "Bộ Quốc phòng",
    "Bộ Ngoại giao",
    "Bộ Khoa học và Công nghệ",
    "Bộ Giáo dục và Đào tạo",
    "Bộ Nông nghiệp và Môi trường",
    "Bộ Nông nghiệp và Phát triển nông thôn",
    "Bộ Tài nguyên và Môi trường",
    "Bộ Kế hoạch và Đầu tư",
    "Bộ Giao thông vận tải",
    "Bộ Thông tin và Truyền thông",
    "Bộ Lao động - Thương binh và Xã hội",
    "Bộ Văn hóa, Thể thao và Du lịch",
    "Bộ Dân tộc và Tôn giáo",
    "Ngân hàng Nhà nước Việt Nam",
    "Thanh tra Chính phủ",
    "Văn phòng Chính phủ",
)
_BY_CAPITALS = {name.upper(): name for name in _CAPITALISED}


def type_of(drafts: Sequence[Draft]) -> str:
    """The type that the title names ("Nghị định"), empty if there is no title."""
    title = _rows(drafts, Kind.TITLE)
    return type_name(title[0]) if title else ""


def title_of(drafts: Sequence[Draft]) -> str:
    """The title without the type, in one line; one in capitals as the enacting sentence writes it."""
    title = " ".join(_rows(drafts, Kind.TITLE)[1:])
    if title.isupper():
        title = _cased(title, " ".join(_rows(drafts, Kind.ENACTING)))
    named = type_of(drafts) in _LAWS and not title.startswith(("Sửa", "Bổ sung", "Bãi bỏ"))
    return title if named else title[:1].lower() + title[1:]


def identify(drafts: Sequence[Draft]) -> Citation:
    """Type, number, date, issuer and title of an instrument; what its text does not say is empty.

    The number that a draft leaves open is "…" ("…/2026/NĐ-CP").

    Args:
        drafts: Its top nodes.
    """
    header = _rows(drafts, Kind.HEADER)
    heading, closing = " ".join(header), " ".join(_rows(drafts, Kind.SIGNATURE))
    unnumbered = _UNNUMBERED.search(heading)
    number = f"…{unnumbered.group(1)}" if unnumbered else read_symbol(heading)
    if "/VBHN-" in closing:
        number, heading = read_symbol(closing), closing
    kind = "Văn bản hợp nhất" if "/VBHN-" in number else type_of(drafts)
    day = _DAY.search(heading) or _PASSED.search(" ".join(_rows(drafts, Kind.CLOSING)))
    return Citation(kind, number, _date(day), _issuer(header), title_of(drafts))


def _rows(drafts: Sequence[Draft], kind: Kind) -> list[str]:
    """The lines of all top nodes of a kind that say something."""
    found = [seen(line.text).text for draft in drafts if draft.kind is kind for line in draft.lines]
    return [" ".join(text.split()) for text in found if not is_rule(text)]


def _cased(title: str, sentence: str) -> str:
    """A title in capitals with each word as the enacting sentence writes it, where it has the word."""
    words = sentence.split()
    result: list[str] = []
    place = 0
    for word in title.lower().split():
        bare = word.strip(",.;")
        found = next((at for at in range(place, len(words)) if words[at].strip(",.;").lower() == bare), None)
        if found is None:
            result.append(word)
        else:
            result.append(words[found].strip(",.;") + word[len(word.rstrip(",.;")) :])
            place = found + 1
    joined = " ".join(result)
    return joined[:1].upper() + joined[1:]


def _issuer(header: Sequence[str]) -> str:
    """The last name in capitals above the number, its parts over several lines joined."""
    names: list[str] = []
    for row in header:
        if row.startswith(("Số", "SỐ", "Luật số", "Bộ luật số")):
            break
        name = row.strip(" -–_*")
        if name.isupper() and not _MOTTO.search(name):
            if names and (name.startswith("VÀ ") or names[-1].endswith(("-", "–", ",", " VÀ"))):
                names[-1] += " " + name
            else:
                names.append(name + (" -" if row.endswith("-") and "--" not in row else ""))
    return _BY_CAPITALS.get(names[-1], names[-1]) if names else ""


def _date(found: re.Match[str] | None) -> date | None:
    if found is None:
        return None
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
