"""Records as offices have them: made by a set's contract, then copied with what the template adds anyway."""

from __future__ import annotations

import json
import random
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document

from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.drafting.drafter import Drafter
from kcdocs.records.reading import read_records
from kcdocs.sets import versions
from kcdocs.sets.errors import ContractError

SETS = versions.set_names()

_WORDS = re.findall(
    r"\w+",
    "sản xuất công nghiệp nông thôn cơ sở thiết bị hỗ trợ kinh phí đề án địa phương quản lý nhà nước nội dung "
    "thực hiện tổ chức đào tạo nghề máy móc làng nghề thị trường chất lượng hiệu quả phối hợp kiểm tra",
)
_KEPT = re.compile(
    r"(so|ky_hieu|ngay|dia_danh|tham_quyen|loai|so_hieu)$|ngay_|nguoi_ky|co_quan|luu|can_cu|thay_the|de_nghi|"
    r"che_do|\.cap$|\.ma$|kieu|sua_doi$|amends|van_ban$|(^|\.)tep$"
)
"""Fields that other things hang on: they stay as the example has them."""

_UNPRINTED = frozenset(
    {
        ("bao-cao-danh-gia-tac-dong", "du_thao"),
        ("quyet-dinh-nghe-nhan", "linh_vuc"),
        ("giay-chung-nhan-san-pham", "so"),
    }
)
"""Fields that a set prints without the words before them that others print."""

_EXACT = re.compile(r"(^|\.)(so|ngay\w*|loai|hinh_thuc|cap|ky_hieu|don_vi|ma|kieu|tep|che_do\w*)$")
"""Fields whose values no page breaks."""

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_LETTERS = " abcdđeghiklm"
_DASHES = ("- ", "– ", "• ", "-", "-\t", "+ ", "▪ ", "\uf0b7 ", "\uf0d8\t", "o ")
_ENDS = (";", ".", ";;", " ;", ",", ".;", ",;", "; ")
_ADDED: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "noi_nhan[]": (_DASHES, _ENDS),
    "kinh_gui[]": ((*_DASHES, "Kính gửi: "), (";", ".")),
    "can_cu[]": (("Căn cứ ", "căn cứ ", "- ", "Căn cứ Căn cứ "), (";", ".")),
    "dia_danh": ((), (",", ", ngày")),
    "ky_hieu": (("/",), ()),
    "so": (("Số: ",), ()),
    "ho_so[]": (("{n}. ", "({n}) ", "- "), _ENDS),
    "du_thao": (("dự thảo ", "Về dự thảo "), (".", ";")),
    "trich_yeu": ((), (".", ";")),
    "tham_quyen": ((), (",", ".")),
    "nguoi_ky.ho_ten": ((), (".", ",")),
    "nguoi_ky.chuc_vu": ((), (".", ",")),
    "y_kien_khac_nhau[].noi_dung": (("về ",), (":", ".")),
    "y_kien_khac_nhau[].y_kien[]": (_DASHES, ()),
    "linh_vuc": (("lĩnh vực ",), (".", ",")),
    "thi_hanh": ((), (".", "./.")),
    "co_quan.ten": ((), (".", ",")),
    "moi_ban_hanh[].ten": (("{n}. ",), ()),
    "sua_doi_thay_the[].ten": (("{n}. ",), ()),
    "moi_ban_hanh[].thanh_phan[]": ((*_DASHES, "+ "), _ENDS),
    "sua_doi_thay_the[].thanh_phan[]": (_DASHES, _ENDS),
    "moi_ban_hanh[].so_luong": (("Số lượng hồ sơ: ",), (".", ";")),
    "ten_van_ban": (("{type} ",), (".", ";")),
    "chuong[].ten": (("Chương {R}. ", "CHƯƠNG {R}: ", "Chương {R}\n"), ()),
    "chuong[].dieu[].ten": (("Điều {all}. ", "Điều {all}: "), ()),
    "chuong[].dieu[].khoan[].noi_dung": (("{n}. ", "{n}) "), ()),
    "chuong[].dieu[].khoan[].diem[]": (("{a}) ", "{a}. "), ()),
    "phu_luc[].ten": (("Phụ lục {R}. ", "PHỤ LỤC {R}\n"), ()),
    "dieu[].ten": (("Điều {n}. ",), ()),
    "nguoi_ky.ky_thay": (("{mark}. ",), ()),
}
"""Field → what its document prints before and behind it: read off printed pages, not off the templates."""

DOUBLED = re.compile(
    r"[;,:]\s?[.;,:]|(?<!\.)\.\s?[;,:]|(?<![./])\.\.(?!\.)|[-–•]\s?[-–•]\s|(?<![\d.])(\d+)\. \1\. |([a-zđ])\) ?\2[).]|"
    r"(Căn cứ|Kính gửi:?|lĩnh vực|dự thảo|Thông tư|Nghị định|KT\.|Số:) \3\b|(Điều \d+[.:]) ?\4|^\(\d+\) ?(?:-|\(?\d)|"
    r"^(Chương|CHƯƠNG|PHỤ LỤC) [IVX]+[.:]",
    re.IGNORECASE,
)
"""A mark or a label twice in a line of a document, or a label in a heading of its own."""


@dataclass(slots=True)
class Tally:
    """How many dirty records came out how.

    Attributes:
        same: With the text of the clean one.
        refused: With a fault that names its place.
        other: With another text.
        doubled: Lines with a mark or a label twice.
    """

    same: int = 0
    refused: int = 0
    other: int = 0
    doubled: int = 0


def tally(set_name: str, count: int, folder: Path, seed: int = 45) -> tuple[Tally, list[str]]:
    """Make records, dirty them, fill both and compare the documents.

    Args:
        set_name: The set; its newest version fills.
        count: How many records.
        folder: Where the files of records may lie.
        seed: Makes the same records every time.

    Returns:
        How they came out, and the lines that differ, for a person.
    """
    rng, drafter = random.Random(seed), Drafter(set_name, load_catalogue())
    found, told = Tally(), list[str]()
    for path in drafter.newest.beside_examples:
        shutil.copy(path, folder)
    for made in _records(drafter, count, rng):
        record, clean = _filled(drafter, made, folder)
        dirty = _Dirt(rng, drafter.newest.type, set_name, record).value(record, "")
        try:
            given = _lines(drafter, dirty, folder)
        except ContractError as fault:
            found.refused += 1
            told += [f"no place: {item.message}" for item in fault.findings if not item.place.field]
            told += [f"{item.code} {item.message}" for item in fault.findings]
            continue
        found.same += given == clean
        found.other += given != clean
        told += [f"{one!r} ≠ {two!r}" for one, two in zip(given, clean, strict=False) if one != two]
        doubled = [line for line in given if DOUBLED.search(line)]
        found.doubled += len(doubled)
        told += [f"2× {line!r}" for line in doubled]
    return found, told


def _records(drafter: Drafter, count: int, rng: random.Random) -> Iterator[dict[str, Any]]:
    version = drafter.newest
    good = [item for item in _examples(drafter) if str(item["ngay"]) != "để trống"]
    for _ in range(count):
        yield _varied(rng.choice(good), version.contract.whole, "", rng)


def _filled(drafter: Drafter, record: dict[str, Any], folder: Path) -> tuple[dict[str, Any], list[str]]:
    """A clean record and its document; the example itself where totals or counts hang on what was varied."""
    try:
        return record, _lines(drafter, record, folder)
    except ContractError:
        plain = _examples(drafter)[0]
        return plain, _lines(drafter, plain, folder)


def _examples(drafter: Drafter) -> list[dict[str, Any]]:
    return [json.loads(json.dumps(item.data, default=str)) for item in drafter.newest.example_records()]


def _varied(value: Any, part: Any, kind: str, rng: random.Random) -> Any:
    """The value with lists of other lengths and other texts, where nothing else hangs on it."""
    if _KEPT.search(kind):
        return value
    if isinstance(value, dict):
        return {
            name: _varied(item, part.member(name), f"{kind}.{name}" if kind else name, rng)
            for name, item in value.items()
        }
    if isinstance(value, list):
        items = [rng.choice(value) for _ in range(rng.randint(1, 4))] if value else []
        return [_varied(item, part.item, f"{kind}[]", rng) for item in items]
    free = part.schema.get("type") == "string" and not {"enum", "format", "pattern"} & {*part.schema}
    return _sentence(rng, 6 if kind.endswith("ten") else 14) if free and isinstance(value, str) else value


def _sentence(rng: random.Random, most: int) -> str:
    words = " ".join(rng.choice(_WORDS) for _ in range(rng.randint(3, most)))
    return words[0].upper() + words[1:]


@dataclass(slots=True)
class _Dirt:
    rng: random.Random
    type_: str
    set_name: str
    record: Mapping[str, Any]
    articles: int = 0

    def value(self, value: Any, kind: str, place: int = 0) -> Any:
        if isinstance(value, dict):
            return {
                key: self.value(item, f"{kind}.{key}" if kind else key, place) for key, item in value.items()
            }
        if isinstance(value, list):
            return [self.value(item, f"{kind}[]", n) for n, item in enumerate(value, 1)]
        if kind == "chuong[].dieu[].ten":
            self.articles += 1
        return self._text(value, kind, place) if isinstance(value, str) else value

    def _text(self, text: str, kind: str, place: int) -> str:
        before, after = _ADDED.get(kind, ((), ()))
        before = () if (self.set_name, kind) in _UNPRINTED else before
        text = self._some(before, place) + text + self._some(after, place)
        spoilt: Callable[[str], str] = self.rng.choice((str, str, _spaced, _decomposed, _wrapped))
        return text if _EXACT.search(kind) else spoilt(text)

    def _some(self, choices: tuple[str, ...], place: int) -> str:
        if not choices or self.rng.random() < 0.6:
            return ""
        signer = self.record.get("nguoi_ky", {})
        return self.rng.choice(choices).format(
            n=place,
            R=_ROMAN[min(place, 9)],
            a=_LETTERS[min(place, 11)],
            all=self.articles,
            type=self.type_,
            mark=signer.get("hinh_thuc"),
        )


def _spaced(text: str) -> str:
    return "  " + text.replace(" ", "  ", 1) + "\t"


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _wrapped(text: str) -> str:
    return re.sub(r"(?<=\w) (?=[a-zđ]{2})", "\n", text, count=1)


def _lines(drafter: Drafter, record: Mapping[str, Any], folder: Path) -> list[str]:
    """The lines of a record's document, by a reader of its own."""
    path = folder / "ho-so.json"
    path.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    (read,) = read_records(path)
    target = folder / "van-ban.docx"
    target.write_bytes(drafter.document(drafter.draft(read, None)))
    body = Document(str(target)).element.body
    lines = ("".join(item.text or "" for item in p.iter("{*}t")) for p in body.iter("{*}p"))
    return [unicodedata.normalize("NFC", line) for line in lines]
