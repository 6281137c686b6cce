"""What stops a draft, or is remarked on it, each under its code."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from test_amend_examine import DECREE, DRAFT

from kcdocs.amend import limits
from kcdocs.amend import plan as planning
from kcdocs.amend.apply import apply
from kcdocs.amend.errors import UnnamedTargetError, UnplannableError
from kcdocs.amend.examine import examine
from kcdocs.amend.read import read as read_commands
from kcdocs.api import amend
from kcdocs.diff.compare import compare
from kcdocs.model.operation import Act
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

HEAD, END = (
    DRAFT.split("1. Sửa đổi, bổ sung khoản 9", maxsplit=1)[0],
    DRAFT[DRAFT.index("Điều 2. Hiệu lực") :],
)


def found(commands: str, end: str = END) -> list[tuple[str, str]]:
    amendment = read_commands(parse(reading(HEAD + commands + end, "dự thảo")))
    done = apply(parse(reading(DECREE, "gốc")), amendment.operations)
    return [(item.code, item.severity.value) for item in examine(amendment, done)]


def test_an_amending_text_renumbers_nothing() -> None:
    amendment = read_commands(parse(reading(HEAD + "1. Bãi bỏ khoản 2 Điều 3.\n" + END, "dự thảo")))
    renumbering = replace(amendment.operations[0], act=Act.RENUMBER, new="3")
    done = apply(parse(reading(DECREE, "gốc")), (renumbering,))

    told = examine(replace(amendment, operations=(renumbering,)), done)

    assert ("AM105", "E") in [(item.code, item.severity.value) for item in told]


def test_effect_before_signing_is_told_of_a_decree_whose_law_allows_it_in_some_cases() -> None:
    assert ("AM110", "W") in found(
        "1. Bãi bỏ Điều 4.\n", END.replace("tháng 10 năm 2026", "tháng 9 năm 2026")
    )


def test_what_was_remarked_while_a_command_was_applied_is_a_note() -> None:
    assert ("AM103", "I") in found("1. Ngưng hiệu lực thi hành Điều 4.\n")


def test_an_original_without_a_number_must_be_named_if_a_draft_amends_several(tmp_path: Path) -> None:
    original, draft = tmp_path / "goc.txt", tmp_path / "sua.txt"
    original.write_text(DECREE.replace("Số: 7/2020/NĐ-CP\n", ""), "utf-8")
    several = HEAD.replace(
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP", "Điều 1. Sửa đổi"
    )
    draft.write_text(
        f"{several}1. Bãi bỏ Điều 4 Nghị định số 7/2020/NĐ-CP.\n2. Bãi bỏ Điều 5 Nghị định số 9/2021/NĐ-CP.\n{END}",
        "utf-8",
    )

    with pytest.raises(UnnamedTargetError) as caught:
        amend.apply(str(original), str(draft))

    assert caught.value.named == ["7/2020/NĐ-CP", "9/2021/NĐ-CP"]


def test_a_draft_that_no_commands_reach_is_told_with_its_places(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = (parse(reading(text, "gốc")) for text in (DECREE, DECREE.replace("nghề dệt", "nghề rèn")))
    monkeypatch.setattr(limits, "ROUNDS", 0)

    with pytest.raises(UnplannableError):
        planning.plan_commands(compare(old, new))
