"""The printed lines that templates find under `the_thuc`: what each is made of, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from kcdocs.drafting import form, provisions
from kcdocs.engine.shapes import ANY, DataShape
from kcdocs.text.casing import upper
from kcdocs.text.joining import enumerated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kcdocs.sets.versions import Version

AUTHORITY = "quyen_han"
"""The name of the lines over the signature."""

LAW = "luat"
"""The line that names the law a document is drawn up under; only sets whose `set.toml` names one have it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the printed lines of one document are made from.

    Attributes:
        version: The set's version.
        fields: The record's fields, completed.
        on: The document's date, or the date given for it.
        bases: How the document names its legal bases, in order.
        replaced: How the document names the instruments it replaces.
        law: How the document names the law it is drawn up under; empty where the set names none.
    """

    version: Version
    fields: Mapping[str, Any]
    on: date
    bases: Sequence[str] = ()
    replaced: Sequence[str] = ()
    law: str = ""

    @property
    def day(self) -> date | None:
        """The document's date, None if left open."""
        day = self.fields.get("ngay")
        return day if isinstance(day, date) else None

    @property
    def number(self) -> str:
        """Number and symbol as printed."""
        year = (self.day or self.on).year if self.version.legislative else None
        return form.number_and_symbol(str(self.fields["so"]), str(self.fields["ky_hieu"]), year)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A printed line or list of lines.

    Attributes:
        needs: The fields it is made of; it exists only where a set's contract has them all.
        make: How it is made.
        shape: What a template may ask of it, given the shapes of the contract's fields; None for plain text.
        prints: What a template prints of it ("noi_nhan[]") → its wordings: a field in braces, empty ones for
            what is no field, "{=…}" for the value of one that decides. Of a line with a shape, what is not
            named here prints the field of that path.
    """

    needs: frozenset[str]
    make: Callable[[Frame], Any]
    shape: Callable[[Mapping[str, DataShape]], DataShape] | None = None
    prints: Mapping[str, Sequence[str]] = field(default_factory=dict)


_POINTS = "chuong[].dieu[].khoan[].diem[]"
_GROUPS = frozenset({"co_quan", "nguoi_ky", "luu"})
_LISTS = frozenset({"kinh_gui", "noi_nhan", "can_cu", "de_nghi", "chuong", "phu_luc"})


def fits(line: PrintedLine, fields: Mapping[str, object]) -> bool:
    """Whether a record's fields are what a line is made of, by name and by kind.

    A user's own set may give a name such as "co_quan" to plain text: then there is no such line.
    """
    return (
        line.needs <= fields.keys()
        and all(isinstance(fields[name], Mapping) for name in line.needs & _GROUPS)
        and all(isinstance(fields[name], list | tuple) for name in line.needs & _LISTS)
    )


def _needs(*names: str) -> frozenset[str]:
    return frozenset(names)


def _same(name: str, **more: DataShape) -> Callable[[Mapping[str, DataShape]], DataShape]:
    """The shape of a list field whose items bear more."""
    return lambda fields: _listed(fields[name], more)


def _listed(shape: DataShape, more: Mapping[str, DataShape]) -> DataShape:
    item = shape.item or ANY
    return DataShape(shape.path, {}, DataShape(item.path, {**item.fields, **more}))


def _chapter_shape(fields: Mapping[str, DataShape]) -> DataShape:
    number = {"so": ANY}
    articles = _below(fields["chuong"], "dieu")
    clauses = _below(articles, "khoan")
    points = _below(clauses, "diem")
    lettered = _listed(points, {"nhan": ANY, "noi_dung": points.item or ANY})
    numbered = _listed(articles, {**number, "khoan": _listed(clauses, {**number, "diem": lettered})})
    return _listed(fields["chuong"], {**number, "dieu": numbered})


def _below(shape: DataShape, name: str) -> DataShape:
    return (shape.item or ANY).fields.get(name, ANY)


def _proposers(frame: Frame) -> str:
    return enumerated(
        [" ".join(filter(None, (item["chuc_vu"], item["don_vi"]))) for item in frame.fields["de_nghi"]]
    )


def _attached(frame: Frame) -> str:
    day = form.date_or_space(frame.day, frame.on)
    return f"(Kèm theo {frame.version.type} số {frame.number} {day} của {frame.fields['tham_quyen']})"


LINES: dict[str, PrintedLine] = {
    "so_ky_hieu": PrintedLine(
        _needs("so", "ky_hieu", "ngay"),
        lambda frame: frame.number,
        prints={"so_ky_hieu": ("{so}/{ky_hieu}",)},
    ),
    "dia_danh_ngay": PrintedLine(
        _needs("dia_danh", "ngay"),
        lambda frame: f"{frame.fields['dia_danh']}, {form.date_or_space(frame.day, frame.on)}",
        prints={"dia_danh_ngay": ("{dia_danh}, ngày {}",)},
    ),
    "chu_quan": PrintedLine(
        _needs("co_quan"),
        lambda frame: upper(frame.fields["co_quan"].get("chu_quan") or ""),
        prints={"chu_quan": ("{co_quan.chu_quan}",)},
    ),
    "co_quan": PrintedLine(
        _needs("co_quan"),
        lambda frame: upper(frame.fields["co_quan"]["ten"]),
        prints={"co_quan": ("{co_quan.ten}",)},
    ),
    "kinh_gui": PrintedLine(
        _needs("kinh_gui"),
        lambda frame: form.addressees(frame.fields["kinh_gui"]),
        _same("kinh_gui"),
        {"kinh_gui[]": ("- {kinh_gui[]};", "- {kinh_gui[]}.")},
    ),
    AUTHORITY: PrintedLine(
        _needs("nguoi_ky"),
        lambda frame: form.authority(frame.fields["nguoi_ky"]),
        prints={
            f"{AUTHORITY}[]": (
                "TM. {nguoi_ky.thay_mat}",
                "{=nguoi_ky.hinh_thuc}. {nguoi_ky.ky_thay}",
                "{=nguoi_ky.hinh_thuc}. {nguoi_ky.chuc_vu}",
            )
        },
    ),
    "noi_nhan": PrintedLine(
        _needs("noi_nhan", "luu"),
        lambda frame: form.recipients(frame.fields["noi_nhan"], frame.fields["luu"]),
        prints={"noi_nhan[]": ("- {noi_nhan[]};", "- Lưu: VT, {luu.don_vi}.")},
    ),
    "can_cu": PrintedLine(
        _needs("can_cu"),
        lambda frame: [f"Căn cứ {words};" for words in frame.bases],
        prints={"can_cu[]": ("Căn cứ {can_cu[]};",)},
    ),
    "de_nghi": PrintedLine(
        _needs("de_nghi"),
        _proposers,
        prints={"de_nghi": ("{de_nghi[].chuc_vu} {de_nghi[].don_vi}", "{de_nghi[].chuc_vu}")},
    ),
    "kem_theo": PrintedLine(
        _needs("so", "ky_hieu", "ngay", "tham_quyen"),
        _attached,
        prints={"kem_theo": ("(Kèm theo {} số {}/{} {} của {tham_quyen})",)},
    ),
    "ten_van_ban": PrintedLine(
        _needs("ten_van_ban"),
        lambda frame: provisions.name_in_sentence(frame.fields["ten_van_ban"]),
        prints={"ten_van_ban": ("{ten_van_ban}",)},
    ),
    LAW: PrintedLine(_needs("ngay"), lambda frame: frame.law),
    "thay_the": PrintedLine(_needs("thay_the"), lambda frame: enumerated(list(frame.replaced))),
    "chuong": PrintedLine(
        _needs("chuong"),
        lambda frame: provisions.chapters(frame.fields["chuong"]),
        _chapter_shape,
        {f"{_POINTS}.noi_dung": (f"{{{_POINTS}}}",)},
    ),
    "chuong_cuoi": PrintedLine(
        _needs("chuong"), lambda frame: provisions.next_chapter(frame.fields["chuong"])
    ),
    "dieu_cuoi": PrintedLine(_needs("chuong"), lambda frame: provisions.next_article(frame.fields["chuong"])),
    "hieu_luc": PrintedLine(
        _needs("ngay_hieu_luc"), lambda frame: form.effect_or_space(frame.fields["ngay_hieu_luc"])
    ),
    "phu_luc": PrintedLine(
        _needs("phu_luc"),
        lambda frame: provisions.annexes(frame.fields["phu_luc"]),
        _same("phu_luc", nhan=ANY),
        {"phu_luc[].nhan": ("Phụ lục {}",)},
    ),
}
"""Name under `the_thuc` → the line."""
