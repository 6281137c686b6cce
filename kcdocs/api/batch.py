"""Batches: one file of data, many numbered documents, a journal and a manifest."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs.batch import production
from kcdocs.batch.journal import NAME as JOURNAL
from kcdocs.batch.manifest import read_manifest
from kcdocs.batch.order import Order
from kcdocs.batch.plan import BatchPlan
from kcdocs.batch.proving import BatchProof, prove_batch
from kcdocs.batch.run import BatchResult, TellStep
from kcdocs.files import AnyPath
from kcdocs.register.naming import read_series
from kcdocs.register.opening import the_register

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kcdocs.batch.production import PlannedDocument


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A line of a batch's manifest.

    Attributes:
        row: Where its record stands, in words.
        file: Where in the batch's folder it lies; empty if its record was left out.
        number: Its number.
        symbol: Its symbol.
        verdict: What became of it, in Vietnamese.
        remarks: What the user should know of it.
    """

    row: str
    file: str
    number: str
    symbol: str
    verdict: str
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
    register = the_register() if asked.series else None
    return production.plan_documents(asked, register, Path(marked) if marked else None, tell)


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
    extras = production.Extras(Path(marked) if marked else None, Path(bundle) if bundle else None, pdf)
    register = the_register() if asked.series else None
    return production.make_documents(asked, register, extras, tell, jobs=jobs, cluster=cluster, resume=resume)


def verify(folder: AnyPath, tell: TellStep = lambda *_: None) -> BatchProof:
    """Check a whole batch against its manifest.

    Raises:
        NoManifestError: If the folder holds no manifest.
    """
    return prove_batch(Path(folder), lambda done, total: tell("doi-chieu", done, total))


def begun(folder: AnyPath) -> bool:
    """Whether a batch stands in a folder that can be gone on with."""
    return (Path(folder) / JOURNAL).is_file()


def listed(folder: AnyPath) -> tuple[ListedDocument, ...]:
    """The documents of a batch by its manifest, in the order of the records.

    Raises:
        NoManifestError: If the folder holds no manifest.
    """
    return tuple(
        ListedDocument(
            line["row"], line["file"], line["number"], line["symbol"], line["verdict"], tuple(line["remarks"])
        )
        for line in read_manifest(Path(folder))
    )
