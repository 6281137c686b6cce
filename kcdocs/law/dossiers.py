"""The papers that a dossier of a draft decree must hold at each stage.

Sources: Luật số 80/2015/QH13, from 2021 as changed by Luật số 63/2020/QH14, and Nghị định số 34/2016/NĐ-CP to
31 March 2025; Luật số 64/2025/QH15 and Nghị
định số 78/2025/NĐ-CP, changed by Nghị định số 187/2025/NĐ-CP, from 1 April 2025. Known by what others tell of
them: a paper that is not there is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kcdocs.law.rule import Certainty, Rule, of_day
from kcdocs.text.normalise import bare

LAW_2015 = Rule(
    "Luật số 80/2015/QH13, Điều 92 đến Điều 94", date(2016, 7, 1), date(2020, 12, 31), Certainty.GENERAL
)
LAW_2020 = Rule(
    "Luật số 80/2015/QH13, Điều 92 đến Điều 94 (được sửa đổi, bổ sung bởi Luật số 63/2020/QH14)",
    date(2021, 1, 1),
    date(2025, 3, 31),
    Certainty.SECONDARY,
)
LAW_2025 = Rule(
    "Nghị định số 78/2025/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định số 187/2025/NĐ-CP)",
    date(2025, 4, 1),
    None,
    Certainty.SECONDARY,
)


LONG_SUBMISSIONS = Rule("Nghị định số 191/2026/NĐ-CP, Điều 13 đến Điều 15", date(2026, 5, 29))
"""A submission to the Government of more than so many pages goes with a summary of at most so many. What was
asked under the decree before it is not known."""
LONG_PAGES, SUMMARY_PAGES = 10, 6
"""Pages of A4 beyond which it does, and those of the summary."""


class Stage(StrEnum):
    """Where a draft stands on its way."""

    OPINIONS = "lay_y_kien"
    APPRAISAL = "tham_dinh"
    SUBMISSION = "trinh"


DRAFT_TYPE = "Nghị định"
"""The type of the drafts whose dossiers are known."""

STAGE_NAMES = {
    Stage.OPINIONS: "lấy ý kiến",
    Stage.APPRAISAL: "thẩm định",
    Stage.SUBMISSION: "trình Chính phủ",
}
"""How the stages are called."""


class OpinionOutcome(StrEnum):
    """What becomes of an opinion on a draft: exactly one of these, in the words of tables of opinions."""

    ACCEPTED = "tiếp thu"
    PARTLY = "tiếp thu một phần"
    EXPLAINED = "giải trình"


_TAKEN, _PARTLY, _REASONED = OpinionOutcome.ACCEPTED, OpinionOutcome.PARTLY, OpinionOutcome.EXPLAINED
_ANSWERS = (
    (_PARTLY, re.compile(rf"(?:đã |xin )?{_PARTLY}")),
    (_REASONED, re.compile(rf"(?:xin )?(?:{_REASONED}|bảo lưu|giữ nguyên|không {_TAKEN})")),
    (_TAKEN, re.compile(rf"(?:đã |xin )?{_TAKEN}(?!/|, {_REASONED})")),
)
_MARK = re.compile(r"(?:[-–+*]|\(?\d{1,3}[.)])\s*")


def outcomes(answer: Iterable[str]) -> tuple[OpinionOutcome, ...]:
    """What the lines of an answer say became of the opinion, by how each begins: one where it is in order.

    Args:
        answer: The lines, tone marks at one place (`text.normalise.fold_tones`).
    """
    found = (_outcome(_MARK.sub("", line.casefold().strip(), count=1)) for line in answer)
    return tuple(dict.fromkeys(one for one in found if one))


def _outcome(line: str) -> OpinionOutcome | None:
    return next((outcome for outcome, pattern in _ANSWERS if pattern.match(line)), None)


@dataclass(frozen=True, slots=True)
class RequiredPaper:
    """A paper of a dossier.

    Attributes:
        name: What it is called.
        begins: How its title may begin, "dự thảo" left out.
        has: Other words of its title.
        stages: When it must be there.
        laws: The laws that ask for it.
        lacks: A word that its title has not, of another paper that is called likewise.
    """

    name: str
    begins: tuple[str, ...]
    has: tuple[str, ...]
    stages: tuple[Stage, ...]
    laws: tuple[Rule, ...]
    lacks: str = ""

    def is_called(self, title: str) -> bool:
        """Whether a title, with or without "dự thảo" and tone marks, is this paper's."""
        other = self.lacks and _is_called(title, self.begins, (self.lacks,))
        return not other and _is_called(title, self.begins, self.has)


def _is_called(title: str, begins: tuple[str, ...], has: tuple[str, ...]) -> bool:
    plain = bare(title).removeprefix("du thao ")
    return plain.startswith(tuple(map(bare, begins))) and all(bare(word) in plain for word in has)


_EVERY = tuple(Stage)
_LATER = (Stage.APPRAISAL, Stage.SUBMISSION)
_LAWS = (LAW_2015, LAW_2020, LAW_2025)
_SHORT = "tóm tắt"
SUMMARY = RequiredPaper(
    "Tờ trình tóm tắt", ("tờ trình",), (_SHORT,), (Stage.SUBMISSION,), (LONG_SUBMISSIONS,)
)
"""What goes with a long submission."""
SUBMISSION = RequiredPaper("Tờ trình Chính phủ", ("tờ trình",), (), _EVERY, _LAWS, lacks=_SHORT)
_PAPERS = (
    SUBMISSION,
    RequiredPaper("Dự thảo Nghị định", ("nghị định",), (), _EVERY, _LAWS),
    RequiredPaper("Bản so sánh, thuyết minh nội dung dự thảo", ("bản so sánh",), (), _EVERY, (LAW_2025,)),
    RequiredPaper(
        "Bản tổng hợp ý kiến, tiếp thu, giải trình",
        ("bản tổng hợp", "bảng tổng hợp"),
        ("ý kiến",),
        _LATER,
        _LAWS,
    ),
    RequiredPaper(
        "Báo cáo rà soát các văn bản quy phạm pháp luật liên quan",
        ("báo cáo",),
        ("rà soát",),
        _LATER,
        (LAW_2020,),
    ),
    RequiredPaper("Báo cáo tổng kết thi hành pháp luật", ("báo cáo",), ("tổng kết",), _LATER, _LAWS),
    RequiredPaper("Báo cáo thẩm định", ("báo cáo thẩm định",), (), (Stage.SUBMISSION,), _LAWS),
    RequiredPaper(
        "Báo cáo tiếp thu, giải trình ý kiến thẩm định",
        ("báo cáo",),
        ("tiếp thu", "thẩm định"),
        (Stage.SUBMISSION,),
        _LAWS,
    ),
)


def required(stage: Stage, day: date) -> tuple[Rule | None, tuple[RequiredPaper, ...]]:
    """The papers of a stage under the law of a day, and that law; none where that law is not known."""
    law = of_day(_LAWS, day)
    return law, tuple(paper for paper in _PAPERS if stage in paper.stages and law in paper.laws)


def asks_for_summary(stage: Stage | None, day: date) -> Rule | None:
    """The rule that asks for a summary beside a long submission; None where none does."""
    return LONG_SUBMISSIONS if stage is Stage.SUBMISSION and LONG_SUBMISSIONS.holds(day) else None


@dataclass(frozen=True, slots=True)
class DossierStep:
    """A paper that comes about at some time on a draft's way.

    Attributes:
        since: Its place in time among the steps, from 1; 0 if it may come about at any time up to `until`.
        begins: How its title may begin.
        has: Other words of its title, as `RequiredPaper` has them.
        stage: The stage of a dossier that holds it; None if it is of several.
        until: The last step at which it may still come about; `since` if 0.
    """

    since: int
    begins: tuple[str, ...]
    has: tuple[str, ...]
    stage: Stage | None
    until: int = 0

    def is_called(self, title: str) -> bool:
        """Whether a title is that of the paper."""
        return _is_called(title, self.begins, self.has)


_LETTER = ("công văn",)
_REPORT = ("báo cáo",)
_OPINIONS, _APPRAISAL, _SUBMISSION = 1, 3, 6
_STEPS = (
    DossierStep(_OPINIONS, _LETTER, ("lấy ý kiến",), Stage.OPINIONS),
    DossierStep(_OPINIONS, _LETTER, ("góp ý",), Stage.OPINIONS),
    DossierStep(2, ("bản tổng hợp", "bảng tổng hợp"), ("ý kiến",), Stage.APPRAISAL),
    DossierStep(_APPRAISAL, _LETTER, ("thẩm định",), Stage.APPRAISAL),
    DossierStep(4, ("báo cáo thẩm định",), (), Stage.SUBMISSION),
    DossierStep(5, _REPORT, ("tiếp thu", "thẩm định"), Stage.SUBMISSION),
    DossierStep(_SUBMISSION, ("tờ trình",), (), None),
    *(
        DossierStep(0, *names, None, _APPRAISAL - 1)
        for names in (
            (_REPORT, ("tổng kết",)),
            (_REPORT, ("rà soát",)),
            (_REPORT, ("đánh giá tác động",)),
            (("bản đánh giá",), ("thủ tục hành chính",)),
        )
    ),
)
"""The papers of a draft and when they come about. A submission goes along as a draft from the first stage on;
only at the last it comes after all others. What the appraisal is given is there before it is asked for."""

_CLOSING = {Stage.APPRAISAL: _APPRAISAL, Stage.SUBMISSION: _SUBMISSION}
"""The step whose paper goes out with all others of the stage, so that none of them is dated after it."""


@dataclass(frozen=True, slots=True)
class StepRange:
    """When a paper comes about, as places in the order of the steps.

    Attributes:
        since: The first; 0 if it may come about at any time before.
        until: The last.
    """

    since: int
    until: int


def step_range(title: str, stage: Stage | None) -> StepRange | None:
    """When a paper comes about; None where nothing tells.

    Args:
        title: The paper's title.
        stage: Where the draft stands.
    """
    step = next((step for step in _STEPS if step.is_called(title)), None)
    if step is not None and step.since == _SUBMISSION and stage is not Stage.SUBMISSION:
        return None
    if step is not None:
        return StepRange(step.since, step.until or step.since)
    if stage in _CLOSING and not _is_called(title, _LETTER, ()):  # letters come and go at any time
        return StepRange(0, _CLOSING[stage] - 1)
    return None


_FORMS, _AGAIN = ("phiếu góp ý", "phiếu lấy ý kiến"), ("đôn đốc", "gia hạn", "nhắc")


def asks_for_opinions(title: str) -> bool:
    """Whether a paper of that title asks for opinions on the draft for the first time.

    Args:
        title: Its title.
    """
    asks = any(step.is_called(title) for step in _STEPS if step.since == _OPINIONS)
    again = any(bare(word) in bare(title) for word in _AGAIN)
    return (asks or _is_called(title, _FORMS, ())) and not again


def stage_of(titles: Sequence[str]) -> Stage | None:
    """The stage a dossier is at, by the latest step that one of its papers marks; None where none does."""
    reached = [step.stage for step in _STEPS if step.stage and any(map(step.is_called, titles))]
    return reached[-1] if reached else None
