"""The papers that a dossier of a draft decree must hold at each stage.

Sources: Luật số 80/2015/QH13 and Nghị định số 34/2016/NĐ-CP to 31 March 2025; Luật số 64/2025/QH15 and Nghị
định số 78/2025/NĐ-CP, changed by Nghị định số 187/2025/NĐ-CP, from 1 April 2025. Known by what others tell of
them: a paper that is not there is a warning.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kcdocs.law.rule import Certainty, Rule, of_day

LAW_2015 = Rule(
    "Luật số 80/2015/QH13, Điều 92 đến Điều 94", date(2016, 7, 1), date(2025, 3, 31), Certainty.GENERAL
)
LAW_2025 = Rule(
    "Nghị định số 78/2025/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định số 187/2025/NĐ-CP)",
    date(2025, 4, 1),
    None,
    Certainty.SECONDARY,
)


class Stage(StrEnum):
    """Where a draft stands on its way."""

    OPINIONS = "lay_y_kien"
    APPRAISAL = "tham_dinh"
    SUBMISSION = "trinh"


STAGE_NAMES = {
    Stage.OPINIONS: "lấy ý kiến",
    Stage.APPRAISAL: "thẩm định",
    Stage.SUBMISSION: "trình Chính phủ",
}
"""How the stages are called."""


@dataclass(frozen=True, slots=True)
class RequiredPaper:
    """A paper of a dossier.

    Attributes:
        name: What it is called.
        begins: How its title begins, "dự thảo" left out.
        has: Other words of its title.
        stages: When it must be there.
        laws: The laws that ask for it.
    """

    name: str
    begins: str
    has: tuple[str, ...]
    stages: tuple[Stage, ...]
    laws: tuple[Rule, ...]


_EVERY = tuple(Stage)
_LATER = (Stage.APPRAISAL, Stage.SUBMISSION)
_BOTH = (LAW_2015, LAW_2025)
_PAPERS = (
    RequiredPaper("Tờ trình Chính phủ", "tờ trình", (), _EVERY, _BOTH),
    RequiredPaper("Dự thảo Nghị định", "nghị định", (), _EVERY, _BOTH),
    RequiredPaper("Bản so sánh, thuyết minh nội dung dự thảo", "bản so sánh", (), _EVERY, (LAW_2025,)),
    RequiredPaper("Bản tổng hợp ý kiến, tiếp thu, giải trình", "bản tổng hợp", ("ý kiến",), _LATER, _BOTH),
    RequiredPaper("Báo cáo tổng kết thi hành pháp luật", "báo cáo", ("tổng kết",), _LATER, _BOTH),
    RequiredPaper("Báo cáo thẩm định", "báo cáo thẩm định", (), (Stage.SUBMISSION,), _BOTH),
    RequiredPaper(
        "Báo cáo tiếp thu, giải trình ý kiến thẩm định",
        "báo cáo",
        ("tiếp thu", "thẩm định"),
        (Stage.SUBMISSION,),
        _BOTH,
    ),
)


def required(stage: Stage, day: date) -> tuple[Rule | None, tuple[RequiredPaper, ...]]:
    """The papers of a stage under the law of a day, and that law; none where that law is not known."""
    law = of_day(_BOTH, day)
    return law, tuple(paper for paper in _PAPERS if stage in paper.stages and law in paper.laws)
