"""The media of a comparison: one renderer each, imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kcdocs.loading import load
from kcdocs.model.format import COMPARISON, Format, FormatNotMadeError
from kcdocs.report.chain import Chain
from kcdocs.report.explaining import Explanation
from kcdocs.report.selection import Selection


def explanations(table: Path) -> tuple[Explanation, ...]:
    """What people wrote into a comparison table, Word or Excel.

    Raises:
        ForeignTableError: If it is no comparison table.
    """
    if table.suffix.lower() == ".xlsx":
        from kcdocs.report import table_xlsx  # noqa: PLC0415 - one medium at a time

        return tuple(table_xlsx.explanations(table))
    from kcdocs.report import table_docx  # noqa: PLC0415 - the same

    return tuple(table_docx.explanations(load(table), table.name))


def render(
    chain: Chain,
    medium: Format,
    selection: Selection,
    *,
    width: int = 80,
    colour: bool = False,
    earlier: Path | None = None,
    explained: Sequence[Explanation] = (),
) -> str | bytes:
    """A comparison, or several steps of one, in a medium.

    Args:
        chain: What to report.
        medium: One of `COMPARISON`.
        selection: Which rows; the summary is always that of the whole.
        width: Columns of the console, for `Format.TERMINAL`.
        colour: Whether the console shows colours, for `Format.TERMINAL`.
        earlier: For the tables, a file whose explanations are kept.
        explained: For the tables, what was said of provisions outside any table.

    Returns:
        Text, or the bytes of a DOCX or XLSX file.

    Raises:
        ForeignTableError: If `earlier` is no comparison table.
        FormatNotMadeError: If `medium` is another format.
    """
    match medium:
        case Format.TERMINAL:
            return _terminal(chain, selection, width, colour=colour)
        case Format.HTML:
            return _html(chain, selection)
        case Format.JSON:
            return _json(chain, selection)
        case Format.DOCX:
            from kcdocs.report import table_docx  # noqa: PLC0415 - one medium is needed, not all

            data = load(earlier) if earlier else None
            return table_docx.render(chain, selection, earlier=data, name=str(earlier), explained=explained)
        case Format.XLSX:
            from kcdocs.report import table_xlsx  # noqa: PLC0415 - the same

            return table_xlsx.render(chain, selection, earlier=earlier, explained=explained)
        case _:
            raise FormatNotMadeError(medium, COMPARISON)


def _terminal(chain: Chain, selection: Selection, width: int, *, colour: bool) -> str:
    if len(chain.steps) == 1:
        from kcdocs.report import terminal  # noqa: PLC0415 - the same

        return terminal.render(chain.steps[0], selection, width=width, colour=colour)
    from kcdocs.report import drafts_terminal  # noqa: PLC0415 - the same

    return drafts_terminal.render(chain, selection, width=width, colour=colour)


def _html(chain: Chain, selection: Selection) -> str:
    if len(chain.steps) == 1:
        from kcdocs.report import html  # noqa: PLC0415 - the same

        return html.render(chain.steps[0], selection)
    from kcdocs.report import drafts_html  # noqa: PLC0415 - the same

    return drafts_html.render(chain, selection)


def fragment(chain: Chain) -> str:
    """The page of a comparison, or of several steps, without its head: see `frame.fragment`."""
    if len(chain.steps) == 1:
        from kcdocs.report import html  # noqa: PLC0415 - the same

        return html.fragment(chain.steps[0])
    from kcdocs.report import drafts_html  # noqa: PLC0415 - the same

    return drafts_html.fragment(chain)


def assets() -> dict[str, str]:
    """The style sheet and the script that such a fragment needs, by name."""
    from kcdocs.report import frame  # noqa: PLC0415 - the same

    return {name: frame.asset(name) for name in ("page.css", "page.js")}


def _json(chain: Chain, selection: Selection) -> str:
    from kcdocs.report import json_  # noqa: PLC0415 - the same

    if len(chain.steps) == 1:
        return json_.render(chain.steps[0], selection)
    return json_.render_chain(chain, selection)
