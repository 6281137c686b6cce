"""What a table of opinions gives the papers of a dossier: the fields of their sets, counted in one way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcdocs.law.dossiers import OpinionOutcome
from kcdocs.opinions.answers import count_opinions, split_answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcdocs.model.opinion import OpinionAnswer, OpinionRow, OpinionTable


def summary(table: OpinionTable, answers: Sequence[OpinionAnswer]) -> dict[str, Any]:
    """The fields of the table of opinions that goes with the dossier: a row an opinion of an office."""
    rows = [
        {"dieu_khoan": row.name, "chu_the": office, "noi_dung": row.opinion.words, **answer}
        for row, answer in _answered(table, answers)
        for office in row.offices
    ]
    found = count_opinions(table, answers)
    return {"so_noi_gop_y": found.speaking, "so_y_kien": found.opinions, "y_kien": rows}


def submission(table: OpinionTable, answers: Sequence[OpinionAnswer]) -> dict[str, Any]:
    """The fields of the submission: how many opinions came, and where offices want different things."""
    found = count_opinions(table, answers)
    became = (
        (OpinionOutcome.ACCEPTED, found.accepted),
        (OpinionOutcome.PARTLY, found.partly),
        (OpinionOutcome.EXPLAINED, found.explained),
    )
    told = (
        "" if found.open else f"; trong đó {', '.join(f'{what} {number} ý kiến' for what, number in became)}"
    )
    silent = f" Có {found.silent} nơi khác trả lời và không đề nghị sửa đổi, bổ sung." if found.silent else ""
    said = (
        f"Đã nhận được {found.opinions} ý kiến của {found.speaking} cơ quan, tổ chức, cá nhân{told}.{silent}"
    )
    return {"qua_trinh": [said], "y_kien_khac_nhau": list(_disputes(table, answers))}


def appraisal(table: OpinionTable, answers: Sequence[OpinionAnswer]) -> dict[str, Any]:
    """The fields of the report on the opinions of those who appraise a draft."""
    said = [
        {"noi_dung": f"{row.name}: {row.opinion.words}", **answer}
        for row, answer in _answered(table, answers)
    ]
    return {"y_kien": said}


def _answered(
    table: OpinionTable, answers: Sequence[OpinionAnswer]
) -> Iterator[tuple[OpinionRow, dict[str, str]]]:
    """The rows with what is answered; what is not answered yet is left to be filled in."""
    said = {one.key: one.text for one in answers}
    for row in table.rows:
        outcome, words = split_answer(said.get(row.key, ""))
        answer = {"ket_qua": outcome and str(outcome), "tra_loi": words}
        yield row, {name: value for name, value in answer.items() if value}


def _disputes(table: OpinionTable, answers: Sequence[OpinionAnswer]) -> Iterator[dict[str, Any]]:
    """Each place where opinions cannot all be taken in, with what each office wants."""
    rows = {row.key: row for row in table.rows}
    said = {one.key: one.text for one in answers}
    told: set[str] = set()
    for row in table.rows:
        if row.against and row.key not in told:
            group = [row, *(rows[key] for key in row.against if key in rows and key not in told)]
            told |= {one.key for one in group}
            choice = "\n".join(said[one.key] for one in group if said.get(one.key))
            wishes = [f"{', '.join(one.offices)}: {one.opinion.words}" for one in group]
            yield {"noi_dung": row.name, "y_kien": wishes} | ({"phuong_an": choice} if choice else {})
