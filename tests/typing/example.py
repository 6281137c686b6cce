"""The example of `docs/reference/api.md`: checked by the checker of types, and run by a test."""

from pathlib import Path

from kcdocs.api import Chain, ChangeClass, Comparison, Format, KcdocsError, compare, generate


def changed(old: Path, new: Path) -> list[str]:
    """The provisions whose substance a draft changes, as a person writes them."""
    found: Comparison = compare.compare(old, new)
    return [row.address.spoken() for row in found.rows if ChangeClass.SUBSTANCE in row.changes]


def report(old: Path, new: Path, page: Path) -> None:
    """The comparison as a page for the browser."""
    chain = Chain.of(compare.compare(old, new))
    compare.save(page, compare.render(chain, Format.HTML), Format.HTML)


def make(records: Path, folder: Path) -> list[Path]:
    """A submission for each record of a file; what is wrong with the data is told in one error."""
    try:
        return [made.path for made in generate.generate("to-trinh", records, folder)]
    except KcdocsError as error:
        print(f"{error.code}: {error}")
        return []
