"""Running a batch: reserve the numbers, make the documents group by group, journal and confirm each group."""

from __future__ import annotations

import os
import secrets
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kcdocs.batch import limits
from kcdocs.batch.errors import (
    BatchBrokenError,
    BatchStoppedError,
    ChangedSinceError,
    FolderLostError,
    RegisterLostError,
    WorkerLostError,
)
from kcdocs.batch.executors import Workers
from kcdocs.batch.journal import Journal, holder
from kcdocs.batch.making import TEMPORARY, MakingState, Task, make
from kcdocs.batch.merging import check_merge
from kcdocs.batch.numbering import Numbers
from kcdocs.batch.order import Order
from kcdocs.batch.plan import BatchPlan, plan_batch
from kcdocs.batch.resuming import check_free, forget, resumed, started
from kcdocs.errors import KcdocsError
from kcdocs.register.errors import RegisterFailedError
from kcdocs.register.register import Register

SETTLED = frozenset({MakingState.MADE, MakingState.EDITED})
"""Verdicts of documents that exist, so that their numbers are confirmed."""

TellStep = Callable[[str, int, int], None]
"""Called with the step ("kiem-tra", "lap", …), how many are done, and of how many (0 where unknown)."""


@dataclass(slots=True)
class BatchResult:
    """What a run of a batch made and what it could not make.

    Attributes:
        total: How many documents it has.
        verdicts: Verdict → how many.
        kept: File and verdict of those that were kept or could not be made.
        skipped: How many records were left out.
        remarks: What the user should know.
        unprinted: Documents that no PDF file could be made of, and why.
        unmerged: Why the documents could not be merged; None if they are, or need not be.
    """

    total: int
    verdicts: Counter[str] = field(default_factory=Counter)
    kept: list[tuple[str, str]] = field(default_factory=list)
    skipped: int = 0
    remarks: tuple[str, ...] = ()
    unprinted: list[tuple[Path, str]] = field(default_factory=list)
    unmerged: KcdocsError | None = None

    @property
    def whole(self) -> bool:
        """Whether every document stands as it was made."""
        made = self.verdicts[MakingState.MADE] == self.total
        return made and not self.skipped and not self.unprinted and self.unmerged is None


class Run:
    """One batch being made.

    Args:
        order: What was asked for.
        register: The register; None where the order names no series.
        workers: Make the groups: this process, several, or other machines.
        tell: Told of progress.
        resume: Whether to go on with the batch that stands in the folder.

    Attributes:
        plan: What is made.
        prints: PDF files that are wanted and not made yet; kept by who has them made.
    """

    def __init__(
        self,
        order: Order,
        register: Register | None,
        workers: Workers,
        tell: TellStep,
        *,
        resume: bool,
    ) -> None:
        self._order, self._register, self._workers = order, register, workers
        self._tell, self._resume = tell, resume
        self._begun: Journal | None = None
        self.plan = BatchPlan()
        self.prints = 0

    def run(self) -> tuple[BatchResult, Journal]:
        """Make every document that is not there yet.

        Returns:
            What became of it, and the journal, still open.

        Raises:
            BatchFaultsError: If records have faults; nothing is written and no number reserved.
            BatchStoppedError: If the user stopped it.
            BatchBrokenError: If the disk is full.
            FolderLostError: If the network share is lost.
            WorkerLostError: If a worker process died.
        """
        order = self._order
        if self._resume:
            self._begun = resumed(order, self._register)
        else:
            check_free(order.out)
            self._make_plan()
            self._begun = started(order)
        with self._journal.unless_done(), self.guarded():
            self._go()
        return self._done(), self._journal

    @property
    def _journal(self) -> Journal:
        if self._begun is None:
            raise RuntimeError("the batch has not begun")
        return self._begun

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Tell what stops the batch as a person needs to know."""
        state = self._journal.state
        try:
            yield
            self._check_folder()
        except KeyboardInterrupt:
            raise BatchStoppedError(state.confirmed, self.plan.count, self.prints) from None
        except BrokenExecutor:
            raise WorkerLostError(state.confirmed, self.plan.count) from None
        except RegisterFailedError as fault:
            raise RegisterLostError(state.confirmed, self.plan.count, fault) from fault
        except OSError as fault:
            self._check_folder()
            raise BatchBrokenError(state.confirmed, self.plan.count, fault) from fault

    def _check_folder(self) -> None:
        if not self._journal.stands():
            raise FolderLostError(self._journal.state.confirmed, self.plan.count, self._order.out)

    def _go(self) -> None:
        self._recover_block()
        self._reserve_block()
        self._settle_plan()
        self._clear()
        self._make()
        self._clear()
        if hasattr(os, "sync"):
            os.sync()

    def _clear(self) -> None:
        """Take away what workers that were killed left unfinished."""
        for folder in (self._order.out, *self._order.out.glob("[0-9][0-9][0-9][0-9]")):
            for left in folder.glob(f"{TEMPORARY}*.tmp"):
                left.unlink()

    def _reserve_block(self) -> None:
        """See that numbers are reserved and the plan is made with them."""
        journal, numbers = self._journal, self._numbers()
        if journal.state.reserved or numbers is None:
            if self._resume:
                self._make_plan()
            return
        if self._resume:
            self._make_plan()
        try:
            first = numbers.reserve(self.plan.count, self.plan.given, holder(journal), self.plan.records)
        except RegisterFailedError:  # it may have given the numbers and not been able to say so
            raise
        except KcdocsError:
            forget(journal, self._order.out)
            raise
        journal.write("reserve", series=str(numbers.series), first=first, count=self.plan.count)
        journal.flush()
        if not self.plan.given and self.plan.first != first:
            self._make_plan()

    def _make_plan(self) -> None:
        """Plan the batch; one that has its numbers is not asked anew whether it may have them.

        Records that were left out are seen again by asking the register again.
        """
        numbers, reserved = self._numbers(), self._begun.state.reserved if self._begun else None
        first = reserved[0] if reserved else numbers.following if numbers else 1
        asked = numbers if not reserved or self._order.keep_going else None
        self.plan = plan_batch(self._order, first, self._looked, asked)
        check_merge(self._order, self.plan.count)

    def _numbers(self) -> Numbers | None:
        """The series as this batch sees it; None where it takes no number from the register."""
        series, register = self._order.series, self._register
        if not (series and register):
            return None
        return Numbers(register, series, self._order.again, holder(self._begun) if self._begun else "")

    def _settle_plan(self) -> None:
        """Write the plan down, or see that it is still the same."""
        journal = self._journal
        if not journal.state.plan:
            journal.write("plan", count=self.plan.count, digest=self.plan.digest)
            journal.flush()
        elif journal.state.plan["digest"] != self.plan.digest:
            raise ChangedSinceError(self._order.out, "bộ mẫu")

    def _looked(self, seen: int) -> None:
        self._tell("kiem-tra", seen, 0)

    def _recover_block(self) -> None:
        """Find the block that was reserved just before the journal could say so."""
        series, journal = self._order.series, self._journal
        if journal.state.reserved or not (series and self._register):
            return
        held = self._register.held(series, holder(self._journal))
        if held:
            journal.write("reserve", series=str(series), first=held[0], count=len(held))
            journal.flush()

    def _make(self) -> None:
        try:
            for made in self._workers.map(make, self._tasks()):
                self._finish(made)
        finally:
            self._journal.flush()

    def _tasks(self) -> Iterator[Task]:
        order, total, run = self._order, self.plan.count, secrets.token_hex(4)
        for number, group in enumerate(self.plan.items.groups()):
            first = number * limits.GROUP
            known = {
                index: line for index in range(first, first + limits.GROUP) if (line := self._known(index))
            }
            out, templates = order.out.absolute(), self.plan.templates
            folder = order.records.absolute().parent
            yield Task(order.set_name, run, templates, out, total, first, group, known, folder)

    def _known(self, index: int) -> dict[str, Any] | None:
        line = self._journal.written(index)
        return line if line and line["sha256"] else None

    def _finish(self, made: list[dict[str, Any]]) -> None:
        """Write a group down and confirm its numbers; a line that is there already is not written again."""
        self._check_folder()
        for line in made:
            before = self._journal.written(line["index"])
            if before is None or {**before, "step": ""} != {**line, "step": ""}:
                self._journal.write(**{**line, "step": "written"})
        self._journal.flush()
        self._confirm(made)
        until = made[-1]["index"] + 1
        if until > self._journal.state.confirmed:
            self._journal.write("confirm", until=until)
        self._tell("lap", until, self.plan.count)

    def _confirm(self, made: list[dict[str, Any]]) -> None:
        series, register = self._order.series, self._register
        if not (series and register):
            return
        there = [line for line in made if line["verdict"] in SETTLED]
        register.confirm(series, [(int(line["number"]), line["file"], line["sha256"]) for line in there])
        for line in made:
            number = int(line["number"])
            if line["verdict"] == MakingState.FAILED and number in register.held(
                series, holder(self._journal)
            ):
                register.release(series, [number], reason=line["remarks"][-1])

    def _done(self) -> BatchResult:
        done = BatchResult(self.plan.count, skipped=len(self.plan.skipped))
        told: Counter[str] = Counter()
        for line in self._journal.documents():
            done.verdicts[line["verdict"]] += 1
            told.update(
                remark for remark in line["remarks"] if remark in told or len(told) < limits.REMARKS_SHOWN
            )
            if line["verdict"] != MakingState.MADE:
                done.kept.append((line["file"], line["verdict"]))
        often = (f"{remark} ({count} văn bản)" for remark, count in told.most_common())
        done.remarks = (*self.plan.remarks, *often)
        return done
