"""Batches: one file of data, many numbered documents, a journal and a manifest."""

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
from kcdocs.batch.order import Order
from kcdocs.batch.plan import BatchPlan, plan_batch
from kcdocs.batch.proving import BatchProof, prove_batch
from kcdocs.batch.run import BatchResult, Run, TellStep
from kcdocs.convert.errors import NoLibreOfficeError
from kcdocs.convert.pool import machine_without, to_pdf_beside
from kcdocs.errors import KcdocsError
from kcdocs.files import AnyPath
from kcdocs.register.naming import read_series
from kcdocs.register.opening import the_register

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kcdocs.batch.journal import Journal


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


def order(
    set_name: str,
    records: AnyPath,
    out: AnyPath,
    *,
    day: date | None = None,
    pattern: str | None = None,
    series: str | None = None,
    keep_going: bool = False,
    merge: AnyPath | None = None,
    again: bool = False,
) -> Order:
    """What is asked of a batch.

    Args:
        set_name: Name of the set, or of one version of it.
        records: A YAML, JSON, JSONL, CSV or XLSX file.
        out: The folder of the batch, its own.
        day: The documents' date, where the records leave it open.
        pattern: Pattern of the files' names; `{stt}` is the record's place.
        series: The book the numbers come from ("QĐ-BCT/2026").
        keep_going: Whether good records are made although others have faults.
        merge: A Word file to merge all documents into, outside the batch's folder.
        again: Whether records that have a number in the register may get another.

    Raises:
        BadSeriesError: If the series is not named so.
    """
    book = read_series(series) if series else None
    together = Path(merge) if merge else None
    return Order(set_name, Path(records), Path(out), day, pattern, book, keep_going, together, again)


def dry_run(
    asked: Order, *, tell: TellStep = lambda *_: None, marked: AnyPath | None = None
) -> tuple[BatchPlan, Iterator[PlannedDocument]]:
    """The plan of a batch; nothing is written and no number reserved.

    Raises:
        RecordsIssuedError: If nothing is wrong but that records have a number already.
        BatchFaultsError: If records have faults.
        TooManyToMergeError: If more documents are to be merged than one file takes.
    """
    numbers = Numbers(the_register(), asked.series, asked.again) if asked.series else None
    first = numbers.following if numbers else 1
    with _marking(asked, marked):
        found = plan_batch(asked, first, lambda seen: tell("kiem-tra", seen, 0), numbers)
    check_merge(asked, found.count)
    return found, _lines(found)


def _lines(found: BatchPlan) -> Iterator[PlannedDocument]:
    for index, item in enumerate(found.items.items()):
        file = str(relative(index, item.name, found.count))
        yield PlannedDocument(item.row, file, item.version, str(item.values.get("so", "")), item.remarks)


def run(
    asked: Order,
    *,
    jobs: int = 1,
    cluster: str | None = None,
    resume: bool = False,
    marked: AnyPath | None = None,
    bundle: AnyPath | None = None,
    pdf: bool = False,
    tell: TellStep = lambda *_: None,
) -> BatchResult:
    """Make a batch, or what is missing of it.

    Args:
        asked: What is asked for.
        jobs: How many processes make documents and PDF files.
        cluster: Address of a Dask scheduler whose workers make documents and PDF files instead; they must see
            the batch's folder and the sets under the same paths.
        resume: Whether to go on with the batch that stands in the folder.
        marked: Where to write the marked copy of the data if it has faults.
        bundle: A ZIP file to put all documents into.
        pdf: Whether to make PDF files too.
        tell: Told of progress.

    Raises:
        RecordsIssuedError: If nothing is wrong but that records have a number already.
        BatchFaultsError: If records have faults; nothing is written and no number reserved.
        JournalLostError: If documents, manifest or register know more than the journal.
        NoLibreOfficeError: If PDF files are wanted and a machine lacks it; nothing is written.
        BatchStoppedError: If the user stopped it; it can be resumed.
        BatchBrokenError: If the disk is full or a file is held open; it can be resumed.
        FolderLostError: If the network share is lost; it can be resumed.
        WorkerLostError: If a worker process died; it can be resumed.
        ClusterLostError: If the cluster is lost; it can be resumed.
        TooManyToMergeError: If more documents are to be merged than one file takes; nothing is written.
        KcdocsError: If the data or the set cannot be read, or the folder is not free.
    """
    register = the_register() if asked.series else None
    with _marking(asked, marked), workers(jobs, cluster) as those:
        if pdf:
            _check_office(those)
        making = Run(asked, register, those, tell, resume=resume)
        done, journal = making.run()
        try:
            with making.guarded():
                write_manifest(asked.out, asked, journal, making.plan.skipped)
                if pdf:
                    done.unprinted = _print(making, asked.out, journal, those, tell)
                if bundle:
                    write_zip(Path(bundle), asked.out, journal)
                if asked.merge:
                    _merge(asked.merge, asked.out, journal, done, tell)
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


def verify(folder: AnyPath, tell: TellStep = lambda *_: None) -> BatchProof:
    """Check a whole batch against its manifest.

    Raises:
        NoManifestError: If the folder holds no manifest.
    """
    return prove_batch(Path(folder), lambda done, total: tell("doi-chieu", done, total))


@contextmanager
def _marking(asked: Order, marked: AnyPath | None) -> Iterator[None]:
    """Write the marked copy where the data has faults and a copy is wanted."""
    try:
        yield
    except BatchFaultsError as fault:
        if marked:
            write_marked(asked.records, fault.every, Path(marked))
        raise
