"""Making documents: records and a set of templates → Word files, and PDF files from them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs import results
from kcdocs.decrees import catalogue
from kcdocs.drafting import output
from kcdocs.drafting.drafter import Drafter
from kcdocs.drafting.reading import open_data
from kcdocs.files import AnyPath

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


_PDF = "generate pdf"


@dataclass(frozen=True, slots=True)
class Produced:
    """A document that was made.

    Attributes:
        path: The Word file.
        set_name: Set and version it was made from ("to-trinh@1.0.0").
        remarks: What the user should know about it, in Vietnamese.
        changed: Whether the file is new or other than before; False if it stood there already, the same.
        pdf: The PDF file, if one was asked for.
    """

    path: Path
    set_name: str
    remarks: tuple[str, ...] = ()
    changed: bool = True
    pdf: Path | None = None


def generate(
    set_name: str,
    records: AnyPath,
    out: AnyPath,
    *,
    day: date | None = None,
    pattern: str | None = None,
    pdf: bool = False,
    force: bool = False,
) -> tuple[Produced, ...]:
    """Make a document for each record of a file; nothing is written unless all can be.

    Args:
        set_name: Name of the set ("to-trinh"), or of one version of it ("to-trinh@1.0.0").
        records: A YAML, JSON, JSONL, CSV or XLSX file.
        out: The folder to write into; made if absent.
        day: The documents' date, where the records leave it open.
        pattern: Pattern of the files' names ("{so}-{ky_hieu}"); None takes the version's own.
        pdf: Whether to make PDF files too.
        force: Whether a file of the same name that differs may be replaced.

    Raises:
        KcdocsError: If the records cannot be read, do not meet the contract (`ContractError`: all faults of
            all records at once), name no date, the template cannot be filled, or a file stands in the way.
    """
    source, folder = Path(records), Path(out)
    stream = open_data(set_name, source, day)
    drafter = Drafter(set_name, catalogue.load_catalogue())
    drafts = drafter.drafts(stream, day)
    filled = [drafter.document(draft) for draft in drafts]
    paths = [folder / name for name in output.unique([draft.file_name(pattern) for draft in drafts])]
    others = [source, *(draft.version.template_path for draft in drafts)]
    if pdf:
        results.refuse_standing_files([path.with_suffix(".pdf") for path in paths], _PDF, force=force)
    changed = results.write_all(paths, filled, others=others, force=force)
    printed = _pdf(paths, folder) if pdf else (None,) * len(paths)
    return tuple(
        Produced(path, draft.version.name, (*stream.remarks, *draft.remarks), new, made)
        for path, draft, new, made in zip(paths, drafts, changed, printed, strict=True)
    )


def _pdf(paths: Sequence[Path], folder: Path) -> tuple[Path | None, ...]:
    from kcdocs.convert.libreoffice import to_pdf  # noqa: PLC0415 - only where a PDF is asked for

    made = to_pdf(paths, folder)
    results.remember(made, _PDF)
    return made
