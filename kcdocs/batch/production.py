"""A batch with all that goes with it: planned, or made with its manifest, PDF files, ZIP and merged file."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs.batch.bundle import documents, write_zip
from kcdocs.batch.errors import BatchFaultsError
from kcdocs.batch.executors import Workers, workers
from kcdocs.batch.making import relative
from kcdocs.batch.manifest import write_manifest
from kcdocs.batch.marking import write_marked
from kcdocs.batch.merging import check_merge, write_merged
from kcdocs.batch.numbering import Numbers
from kcdocs.batch.plan import BatchPlan, plan_batch
from kcdocs.batch.run import BatchResult, Run, TellStep
from kcdocs.convert.errors import NoLibreOfficeError
from kcdocs.convert.pool import machine_without, to_pdf_beside
from kcdocs.errors import KcdocsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcdocs.batch.journal import Journal
    from kcdocs.batch.order import Order
    from kcdocs.register.register import Register


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """A document of a plan.

    Attributes:
        row: Where its record stands, in words.
        file: Where in the batch's folder it will lie.
        set_name: Set and version.
        number: Its number; empty if it stays open.
        remarks: What the user should know of it.
    """

    row: str
    file: str
    set_name: str
    number: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extras:
    """What is wanted of a batch beside its documents and manifest.

    Attributes:
        marked: Where to write the marked copy of the data if it has faults.
        bundle: A ZIP file to put all documents into.
        pdf: Whether to make PDF files too.
    """

    marked: Path | None = None
    bundle: Path | None = None
    pdf: bool = False


def plan_documents(
    order: Order, register: Register | None, marked: Path | None, tell: TellStep
) -> tuple[BatchPlan, Iterator[PlannedDocument]]:
    """The plan of a batch and its documents, in the order of the records; nothing is written or reserved.

    Args:
        order: What is asked for.
        register: The register that gives the numbers; None where the order names no series.
        marked: Where to write the marked copy of the data if it has faults.
        tell: Told of progress.

    Raises:
        BatchFaultsError: If records have faults.
        TooManyToMergeError: If more documents are to be merged than one file takes.
    """
    numbers = Numbers(register, order.series, order.again) if register and order.series else None
    first = numbers.following if numbers else 1
    with _marking(order, marked):
        found = plan_batch(order, first, lambda seen: tell("kiem-tra", seen, 0), numbers)
    check_merge(order, found.count)
    return found, _lines(found)


def _lines(found: BatchPlan) -> Iterator[PlannedDocument]:
    for index, item in enumerate(found.items.items()):
        file = str(relative(index, item.name, found.count))
        yield PlannedDocument(item.row, file, item.version, str(item.values.get("so", "")), item.remarks)


def make_documents(
    order: Order,
    register: Register | None,
    extras: Extras,
    tell: TellStep,
    *,
    jobs: int,
    cluster: str | None,
    resume: bool,
) -> BatchResult:
    """Make a batch, or what is missing of it; `kcdocs.api.batch.run` tells what may be raised.

    Args:
        order: What is asked for.
        register: The register that gives the numbers; None where the order names no series.
        extras: What else is wanted.
        tell: Told of progress.
        jobs: How many processes make documents and PDF files.
        cluster: Address of a Dask scheduler whose workers make them instead.
        resume: Whether to go on with the batch that stands in the folder.
    """
    with _marking(order, extras.marked), workers(jobs, cluster) as those:
        if extras.pdf:
            _check_office(those)
        making = Run(order, register, those, tell, resume=resume)
        done, journal = making.run()
        try:
            with making.guarded():
                write_manifest(order.out, order, journal, making.plan.skipped)
                if extras.pdf:
                    done.unprinted = _print(making, order.out, journal, those, tell)
                if extras.bundle:
                    write_zip(extras.bundle, order.out, journal)
                if order.merge:
                    _merge(order.merge, order.out, journal, done, tell)
        finally:
            journal.close()
    return done


def _print(
    making: Run, out: Path, journal: Journal, those: Workers, tell: TellStep
) -> list[tuple[Path, str]]:
    """Make the PDF files, keeping count of those that are still to make."""

    def seen(done: int, total: int) -> None:
        making.prints = total - done
        tell("pdf", done, total)

    return to_pdf_beside(list(documents(out.absolute(), journal)), those.map, seen)


def _merge(target: Path, out: Path, journal: Journal, done: BatchResult, tell: TellStep) -> None:
    """Merge the documents; they stand even where that cannot be done."""
    try:
        done.remarks += write_merged(target, out, journal, lambda *seen: tell("gop", *seen))
    except KcdocsError as fault:
        done.unmerged = fault


def _check_office(those: Workers) -> None:
    """See that LibreOffice is on every machine that may have to make PDF files."""
    if lacking := sorted(set(filter(None, those.each(machine_without)))):
        raise NoLibreOfficeError(lacking)


@contextmanager
def _marking(order: Order, marked: Path | None) -> Iterator[None]:
    """Write the marked copy where the data has faults and a copy is wanted."""
    try:
        yield
    except BatchFaultsError as fault:
        if marked:
            write_marked(order.records, fault.every, marked)
        raise
