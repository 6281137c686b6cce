"""Opinions as the table that the law asks for, answers kept from an earlier one: Word, Excel, JSON, screen.

Two forms are in use: by provision (four columns) and by office (three). A row's key is made of provision and
words, so that either form gives the other its answers.

Source: dossiers that ministries sent out under Law 64/2025/QH15.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.model.format import Format, FormatNotMadeError
from kcdocs.model.opinion import OpinionKind
from kcdocs.report.cautions import words
from kcdocs.report.kept_opinions import (
    ANSWER,
    ASKED,
    KEY,
    MACHINE,
    MARK,
    PLACE,
    SHEET,
    UNPLACED,
    WHO,
    KeptAnswer,
    KeptOpinions,
    sealed,
)
from kcdocs.report.words import instrument_words
from kcdocs.sheet.write import Column, ColumnKind, Table, workbook
from kcdocs.word.write import comparison_table as word
from kcdocs.word.write.kept_table import WrittenByHand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kcdocs.model.instrument import Instrument
    from kcdocs.model.opinion import Opinion, OpinionRow, OpinionTable, Returned
    from kcdocs.sheet.write import Content

SCHEMA = "kcdocs/opinions/1"
_SHARES, _SHARES_BY_OFFICE = (15, 17, 40, 28), (17, 55, 28)
"""How the width of the page is shared among the columns: what is asked takes most words."""
DUE = "Tiếp thu/giải trình: …………"

KINDS = {
    OpinionKind.EDIT: "Sửa có theo dõi",
    OpinionKind.SILENT: "Sửa không đánh dấu",
    OpinionKind.COMMENT: "Bình luận bên lề",
    OpinionKind.SENTENCE: "Văn bản góp ý",
}


@dataclass(frozen=True, slots=True)
class _Told:
    """One row as either form shows it."""

    row: OpinionRow
    opinion: Opinion
    place: str
    who: str


def render(
    table: OpinionTable, medium: Format, *, by_office: bool = False, kept: KeptOpinions | None = None
) -> str | bytes:
    """A table of opinions in a medium, the same for the same arguments.

    Args:
        table: The table.
        medium: `TERMINAL`, `JSON`, `DOCX` or `XLSX`.
        by_office: Whether Word and Excel tables go by office.
        kept: What people wrote in an earlier table.

    Raises:
        FormatNotMadeError: If `medium` is another format.
    """
    kept = kept or KeptOpinions()
    if medium is Format.DOCX:
        return _docx(table, by_office=by_office, kept=kept)
    if medium is Format.XLSX:
        return _xlsx(table, by_office=by_office, kept=kept)
    if medium is Format.JSON:
        return json.dumps(_json(table), ensure_ascii=False, indent=2)
    if medium is Format.TERMINAL:
        return "\n".join(_screen(table))
    raise FormatNotMadeError(medium, (Format.TERMINAL, Format.JSON, Format.DOCX, Format.XLSX))


def draft_words(draft: Instrument) -> str:
    """A draft as the title of its table names it: by what it is about where its number is still open."""
    cited = draft.citation
    if cited.title and cited.number.startswith("…"):
        return f"{cited.type} {cited.title}".strip()
    return instrument_words(draft)


def counted(table: OpinionTable) -> list[str]:
    """The counts that stand above the table, and who asked nothing."""
    offices, silent = table.offices, table.silent
    lines = [
        (
            f"1. Tổng số cơ quan, tổ chức, cá nhân đã gửi ý kiến: {len(offices)}; tổng số ý kiến nhận được: "
            f"{table.count}, gộp thành {len(table.rows)} nội dung."
        )
    ]
    if silent:
        lines.append(f"Không có ý kiến sửa đổi, bổ sung ({len(silent)}): {'; '.join(silent)}.")
    conflicts = sum(bool(row.against) for row in table.rows)
    if conflicts:
        lines.append(f"Có {conflicts} nội dung mà các cơ quan đề nghị khác nhau, được đánh dấu trong bảng.")
    return [*lines, "2. Kết quả cụ thể như sau:"]


def _refusals(table: OpinionTable) -> list[str]:
    found = [f"Chưa tổng hợp «{one.place.file}»: {words(one, mend=False)}" for one in table.refused]
    return found + [
        f"«{one.place.file}»: {words(one, mend=False)}" for file in table.returned for one in file.findings
    ]


def _title(table: OpinionTable) -> str:
    return (
        "BẢN TỔNG HỢP Ý KIẾN, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý, PHẢN BIỆN XÃ HỘI ĐỐI VỚI DỰ THẢO "
        f"{table.draft.upper()}"
    )


def _told_rows(table: OpinionTable, *, by_office: bool) -> list[_Told]:
    if not by_office:
        return [
            _Told(row, row.opinion, row.name, "\n".join(voice.spoken() for voice in row.voices))
            for row in table.rows
        ]
    return [
        _Told(row, row.opinion, row.name, _office(office, table.returned))
        for office in table.offices
        for row in table.rows
        if any(voice.office == office for voice in row.voices)
    ]


def _office(office: str, returned: Iterable[Returned]) -> str:
    letters = dict.fromkeys(one.letter for one in returned if one.office == office and one.letter)
    return "\n".join((office, *letters))


def notes(row: OpinionRow, numbers: Mapping[str, int]) -> list[str]:
    """What the machine says of a row: how the opinion was given, which others it stands against.

    Args:
        row: The row.
        numbers: Key of a row → its number in the table.
    """
    lines = []
    if row.opinion.kind is OpinionKind.SILENT:
        lines.append("Sửa không đánh dấu trong tệp góp ý.")
    if row.against:
        rows = ", ".join(str(numbers[key]) for key in row.against if key in numbers)
        lines.append(f"Ý kiến khác nhau: xem dòng {rows}.")
    if row.taken_in:
        lines.append(row.taken_in)
    return lines


def _placed(
    told: Sequence[_Told], kept: Sequence[KeptAnswer], *, in_columns: bool = False
) -> tuple[dict[str, list[WrittenByHand]], list[KeptAnswer]]:
    """Answers by the key of their row, and those that no row takes.

    An answer never goes to an opinion of other words: what asks for 10 days and what asks for 15 look alike.
    """
    known = {one.row.key for one in told}
    placed: dict[str, list[WrittenByHand]] = {}
    for answer in kept:
        said = placed.setdefault(answer.key, [])
        noted = answer.written if in_columns else answer.noted()
        if answer.key in known and noted.text() not in [one.text() for one in said]:
            said.append(noted)
    return placed, [answer for answer in kept if answer.key not in known]


def _docx(table: OpinionTable, *, by_office: bool, kept: KeptOpinions) -> bytes:
    told = _told_rows(table, by_office=by_office)
    placed, lost = _placed(told, kept.answers)
    numbers = {one.row.key: number for number, one in reversed([*enumerate(told, 1)])}
    before = ["", *(one.who for one in told)]
    rows = [
        _docx_row(
            str(number),
            _cells(one, by_office=by_office, again=one.who == before[number - 1]),
            one.row.key,
            notes(one.row, numbers),
            placed,
        )
        for number, one in enumerate(told, 1)
    ]
    names = ("Cơ quan", ASKED) if by_office else (PLACE, WHO, ASKED)
    rows += [_unplaced(one, len(names)) for one in lost]
    return word.write_table(
        word.ComparisonDocument(
            (_title(table),),
            tuple(name.upper() for name in ("STT", *names, ANSWER)),
            tuple(rows),
            kept.before,
            kept.after,
            cautions=tuple(_refusals(table)),
            office=kept.office,
            attached=kept.attached,
            lead=tuple(counted(table)),
            shares=_SHARES_BY_OFFICE if by_office else _SHARES,
        )
    )


def _cells(told: _Told, *, by_office: bool, again: bool) -> list[str]:
    """The cells before the answer; where the table goes by office, each is named once."""
    if by_office:
        return ["" if again else told.who, f"{told.place}: {told.opinion.words}"]
    return [told.place, told.who, told.opinion.words]


def _docx_row(
    number: str,
    cells: Sequence[str],
    key: str,
    made: Sequence[str],
    placed: dict[str, list[WrittenByHand]],
) -> word.TableRow:
    written = WrittenByHand(tuple(block for one in placed.get(key, ()) for block in one.blocks))
    lines = [*made, *([] if written.blocks else [DUE])]
    texts = tuple(map(_paragraphs, cells))
    said = _paragraphs("\n".join(lines))
    return word.TableRow("", MARK + key, texts, said, written, number=number, watched=True)


def _paragraphs(text: str) -> tuple[word.CellParagraph, ...]:
    return tuple((word.AlikeCharacters(line),) for line in text.split("\n")) if text else ()


def _unplaced(answer: KeptAnswer, width: int) -> word.TableRow:
    texts = (_paragraphs(UNPLACED), *[()] * (width - 2), _paragraphs(answer.asked))
    return word.TableRow("", MARK + answer.key, texts, (), answer.noted(), watched=True)


def _xlsx(table: OpinionTable, *, by_office: bool, kept: KeptOpinions) -> bytes:
    told = _told_rows(table, by_office=by_office)
    placed, lost = _placed(told, kept.answers, in_columns=True)
    numbers = {one.row.key: number for number, one in reversed([*enumerate(told, 1)])}
    own = _beside(kept.answers)
    rows: list[list[Content]] = []
    for number, one in enumerate(told, 1):
        cells = [
            *((one.who, one.place) if by_office else (one.place, one.who)),
            one.opinion.words,
            KINDS[one.opinion.kind],
            "\n".join(notes(one.row, numbers)),
        ]
        written = "\n".join(item.text() for item in placed.get(one.row.key, ()))
        rows.append(_xlsx_row(number, cells, written, one.row.key, own, kept.columns))
    for number, answer in enumerate(lost, len(told) + 1):
        cells = ["", UNPLACED, answer.asked, "", ""]
        rows.append(_xlsx_row(number, cells, answer.written.text(), answer.key, own, kept.columns))
    lead = (_title(table), *kept.around(), *_refusals(table), *counted(table))
    columns = _columns(kept.columns, by_office=by_office)
    main = Table(SHEET, columns, rows, lead=lead, filtered=True)
    return workbook([main, _office_sheet(table)], title="Bản tổng hợp ý kiến góp ý")


def _beside(answers: Iterable[KeptAnswer]) -> dict[str, dict[str, str]]:
    """Key → what stands in columns that a person added; of several rows of one key all of it."""
    found: dict[str, dict[str, str]] = {}
    for one in answers:
        for name, text in one.beside:
            said = found.setdefault(one.key, {})
            before = said.get(name, "").split("\n")
            said[name] = "\n".join([*filter(None, before), *([] if text in before else [text])])
    return found


def _xlsx_row(
    number: int,
    cells: Sequence[str],
    written: str,
    key: str,
    own: Mapping[str, Mapping[str, str]],
    columns: Sequence[str],
) -> list[Content]:
    """A row; its last cell holds its key and tells what the machine wrote before the answer."""
    beside = [own.get(key, {}).get(name, "") for name in columns]
    return [number, *cells, written, *beside, sealed(key, cells)]


def _columns(own: Sequence[str], *, by_office: bool) -> tuple[Column, ...]:
    names = (WHO, PLACE) if by_office else (PLACE, WHO)
    return (
        Column("STT", 6, ColumnKind.INTEGER),
        *(Column(name, 26) for name in names),
        Column(ASKED, 60),
        Column("Cách góp ý", 18),
        Column(MACHINE, 26, comment="Cột này được lập lại mỗi lần chạy; xin viết vào cột sau."),
        Column(ANSWER, 46, comment="Chữ viết ở đây được giữ lại khi lập lại bảng."),
        *(Column(name, 30) for name in own),
        Column(KEY, 14, hidden=True),
    )


def _office_sheet(table: OpinionTable) -> Table:
    columns = (Column("Cơ quan", 40), Column("Văn bản", 26), Column("Tệp", 40))
    rows: list[list[Content]] = [
        [one.office, one.letter, one.file, len(one.opinions)] for one in table.returned
    ]
    return Table("Cơ quan", (*columns, Column("Số ý kiến", 12, ColumnKind.INTEGER)), rows)


def _screen(table: OpinionTable) -> Iterator[str]:
    yield from _refusals(table)
    yield from counted(table)
    numbers = {row.key: number for number, row in enumerate(table.rows, 1)}
    for number, one in enumerate(_told_rows(table, by_office=False), 1):
        yield f"{number}. {one.place} – {'; '.join(one.who.splitlines())}"
        yield from (f"   {line}" for line in one.opinion.words.splitlines())
        yield from (f"   [{line}]" for line in notes(one.row, numbers))


def _json(table: OpinionTable) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "draft": table.draft,
        "counts": {
            "offices": len(table.offices),
            "opinions": table.count,
            "rows": len(table.rows),
            "silent": list(table.silent),
        },
        "rows": [_json_row(row) for row in table.rows],
        "returned": [
            {"office": one.office, "file": one.file, "letter": one.letter, "opinions": len(one.opinions)}
            for one in table.returned
        ],
        "refused": [
            {"file": one.place.file, "code": one.code, "message": one.message} for one in table.refused
        ],
    }


def _json_row(row: OpinionRow) -> dict[str, object]:
    return {
        "key": row.key,
        "address": str(row.opinion.place),
        "place": row.name,
        "kind": row.opinion.kind.value,
        "added": row.opinion.added,
        "opinion": row.opinion.words,
        "before": row.opinion.before,
        "after": row.opinion.after,
        "offices": [
            {"office": one.office, "letter": one.letter, "authors": list(one.authors)} for one in row.voices
        ],
        "against": list(row.against),
        "taken_in": row.taken_in,
    }
