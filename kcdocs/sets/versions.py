"""Sets of templates: their versions, each in a folder, and the version for a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kcdocs.engine.cache import cached_from
from kcdocs.loading import LoadError, load
from kcdocs.model.catalogue import DocumentClass
from kcdocs.records.reading import read_records
from kcdocs.sets.errors import (
    BrokenSetError,
    NoVersionInForceError,
    UnknownSetError,
    UnknownVersionError,
)
from kcdocs.sets.form_file import FORM_FILE, FormWords, read_form
from kcdocs.sets.schema import Contract
from kcdocs.sets.schema_file import load_contract
from kcdocs.settings import shipped, template_folders
from kcdocs.text.dates import short_date
from kcdocs.text.nearest import nearest
from kcdocs.text.toml_reading import BadTomlError, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kcdocs.engine.template import Template
    from kcdocs.model.record import Record, Value

BLOCKS = "khoi"
"""The folder of shared blocks beside the sets; it is no set."""


@dataclass(frozen=True)
class Version:
    """One version of a set.

    Attributes:
        set_name: Name of the set ("to-trinh").
        number: Semantic version ("1.0.0").
        folder: Where its files are.
        facts: `set.toml`, as read.
    """

    set_name: str
    number: str
    folder: Path
    facts: dict[str, Any]

    @property
    def name(self) -> str:
        """Set and version: "to-trinh@1.0.0"."""
        return f"{self.set_name}@{self.number}"

    @property
    def title(self) -> str:
        """What the document is, in Vietnamese."""
        return str(self.facts["title"])

    @property
    def effective_from(self) -> date:
        """The first day of documents this version is for."""
        found: date = self.facts["effective_from"]
        return found

    @property
    def effective_to(self) -> date | None:
        """The last day of documents this version is for; None if none is set."""
        found: date | None = self.facts.get("effective_to")
        return found

    @property
    def legislative(self) -> bool:
        """Whether the document is a legal instrument (năm trong số, ký hiệu), not an administrative one."""
        return str(self.facts["form"]) == "qppl"

    @property
    def document_class(self) -> DocumentClass:
        """Which rules of form the document follows."""
        return DocumentClass.LEGAL if self.legislative else DocumentClass.ADMINISTRATIVE

    @property
    def type(self) -> str:
        """The type of document, capital first ("Tờ trình")."""
        return str(self.facts["type"])

    @property
    def output(self) -> str:
        """Pattern of the names of the files it makes."""
        return str(self.facts.get("output", self.set_name))

    @property
    def transitional(self) -> str:
        """The rule by which it may still be used after its last day; empty if there is none."""
        return str(self.facts.get("transitional", ""))

    @property
    def law(self) -> str:
        """Number of the law its documents are drawn up under; empty if it names none."""
        return str(self.facts.get("law", ""))

    @property
    def period(self) -> str:
        """The days it is for, in Vietnamese."""
        end = f" đến {short_date(self.effective_to)}" if self.effective_to else " trở đi"
        return f"từ {short_date(self.effective_from)}{end}"

    def covers(self, on: date) -> bool:
        """Whether it is for documents of that day; first and last day included."""
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)

    @cached_property
    def contract(self) -> Contract:
        """The contract of its data.

        Raises:
            BrokenSetError: If `schema.json` or the shared definitions cannot be read.
        """
        from kcdocs.sets.contract import proven  # noqa: PLC0415 - the validator is loaded only to check data

        path = self.folder / "schema.json"
        try:
            return proven(load_contract(_text(path), shared_schema(self.folder.parents[1])))
        except (ValueError, KeyError) as fault:
            raise BrokenSetError(path, f"không phải lược đồ JSON: {fault}") from None

    @cached_property
    def shown(self) -> Contract:
        """Its contract as people are shown it: with its own examples where all sets share one.

        Raises:
            BrokenSetError: As `contract`.
        """
        from kcdocs.sets.own_examples import with_examples  # noqa: PLC0415 - only what is shown needs it

        first = next(iter(self.example_records()), None)
        return with_examples(self.contract, first.data) if first else self.contract

    @cached_property
    def form(self) -> FormWords:
        """How people know its fields; says nothing where it has no `form.toml`.

        Raises:
            BrokenSetError: If that cannot be read.
        """
        path = self.folder / FORM_FILE
        try:
            return read_form(_bytes(path)) if path.is_file() else FormWords()
        except BadTomlError as fault:
            raise BrokenSetError(path, str(fault)) from None

    @cached_property
    def template(self) -> bytes:
        """The Word template with the shared blocks composed in.

        Raises:
            BrokenSetError: If the template or a block is missing or cannot be composed.
        """
        from kcdocs.word.join.compose import (  # noqa: PLC0415 - the XML library is loaded only to compose
            RichBlockError,
            UnknownBlockError,
            compose,
        )

        path = self.template_path
        try:
            return compose(load(path), blocks(self.folder.parents[1]))
        except UnknownBlockError as fault:
            raise BrokenSetError(path, f"không có khối dùng chung «{fault.args[0]}»") from None
        except RichBlockError as fault:
            raise BrokenSetError(path, f"khối «{fault.args[0]}» có hình hoặc liên kết") from None

    def compiled(self) -> Template:
        """The template, ready to be filled; from the cache where it was compiled before.

        Raises:
            BrokenSetError: If the template or a block is missing or cannot be composed.
            TemplateError: If a tag cannot be read, or is not allowed.
        """
        path = self.template_path
        sources = [load(path)]
        for name, block in blocks(self.folder.parents[1]).items():
            sources += [name.encode(), block]
        return cached_from(sources, self._whole_template, name=path.name)

    def _whole_template(self) -> bytes:
        """The template, in which no marker of a block may be left that would be printed."""
        from kcdocs.engine.check import markers_left  # noqa: PLC0415 - only where a template is compiled

        if left := markers_left(self.template):
            raise BrokenSetError(self.template_path, f"còn dấu chèn khối viết sai: «{left[0]}»")
        return self.template

    @property
    def template_path(self) -> Path:
        """The Word file as it is edited: the only one, or the set's namesake beside those of its examples.

        Raises:
            BrokenSetError: If there is none, or no telling which.
        """
        every = sorted(path for path in self.folder.glob("*.docx") if not path.name.startswith("~$"))
        found = [path for path in every if len(every) == 1 or path.stem == self.set_name]
        if len(found) != 1:
            raise BrokenSetError(self.folder, f"cần đúng một tệp .docx, thấy {len(every)}")
        return found[0]

    @property
    def examples(self) -> tuple[Path, ...]:
        """The files of example records; together they fill every branch of the template."""
        return tuple(sorted(self.folder.glob("example*.yaml"), key=lambda path: (len(path.name), path.name)))

    @property
    def beside_examples(self) -> tuple[Path, ...]:
        """The files that the examples name, pictures and tables; they lie in the version's folder."""
        named = {text for record in self.example_records() for text in _texts(record.data)}
        return tuple(path for path in sorted(self.folder.iterdir()) if path.name in named)

    def example_records(self) -> tuple[Record, ...]:
        """The example records."""
        return tuple(record for path in self.examples for record in read_records(path))


def _texts(value: Value) -> Iterator[str]:
    """Every text in a value."""
    match value:
        case str():
            yield value
        case dict():
            yield from (text for inner in value.values() for text in _texts(inner))
        case list():
            yield from (text for inner in value for text in _texts(inner))


def shared_schema(beside: Path) -> str:
    """The text of the definitions that sets share: those of a template folder, else the shipped ones."""
    own = beside / BLOCKS / "khoi.json"
    return _text(own if own.is_file() else shipped("templates") / BLOCKS / "khoi.json")


def blocks(beside: Path) -> dict[str, bytes]:
    """The shared blocks by name: the shipped ones, and those of a template folder before them."""
    found = (
        path for root in (shipped("templates"), beside) for path in sorted((root / BLOCKS).glob("*.docx"))
    )
    return {path.stem: load(path) for path in found if not path.name.startswith("~$")}


def set_names() -> tuple[str, ...]:
    """Names of all sets in the template folders, the user's first."""
    return tuple(dict.fromkeys(folder.name for root in template_folders() for folder in _set_folders(root)))


def of_set(set_name: str) -> tuple[Version, ...]:
    """All versions of a set, the earliest in force first.

    Raises:
        UnknownSetError: If no set bears the name.
        BrokenSetError: If a `set.toml` cannot be read.
    """
    if "/" not in set_name and "\\" not in set_name:
        for root in template_folders():
            if found := in_folder(root, set_name):
                return found
    names = set_names()
    raise UnknownSetError(set_name, names, nearest(set_name, names))


def in_folder(root: Path, set_name: str) -> tuple[Version, ...]:
    """All versions of a set in a folder of sets, the earliest in force first; none if it is not there.

    Raises:
        BrokenSetError: If a `set.toml` cannot be read.
    """
    found = [_version(set_name, folder) for folder in _version_folders(root / set_name)]
    return tuple(sorted(found, key=lambda item: (item.effective_from, version_order(item.number))))


def one(set_name: str, number: str) -> Version:
    """One version of a set by its number.

    Raises:
        UnknownSetError: If no set bears the name.
        UnknownVersionError: If the set has no such version.
    """
    return numbered(of_set(set_name), number)


def named(name: str) -> tuple[Version, ...]:
    """The versions that a name means: all of a set ("to-trinh"), or the one of its number ("to-trinh@1.0.0").

    Raises:
        UnknownSetError: If no set bears the name.
        UnknownVersionError: If the set has no such version.
    """
    set_name, _, number = name.partition("@")
    return (one(set_name, number),) if number else of_set(set_name)


def numbered(every: Sequence[Version], number: str) -> Version:
    """The version of that number among all of a set.

    Raises:
        UnknownVersionError: If there is none.
    """
    for found in every:
        if found.number == number:
            return found
    raise UnknownVersionError(every[0].set_name, number, [item.number for item in every])


def inforce(every: Sequence[Version], on: date) -> Version:
    """The version for documents of a day, among all of a set.

    Raises:
        NoVersionInForceError: If no version is for that day.
    """
    found = [item for item in every if item.covers(on)]
    if not found:
        periods = [f"{item.number} dùng {item.period}" for item in every]
        raise NoVersionInForceError(every[0].set_name, on, periods)
    return max(found, key=lambda item: version_order(item.number))


def _set_folders(root: Path) -> Sequence[Path]:
    return sorted(item for item in root.iterdir() if _version_folders(item)) if root.is_dir() else ()


def _version_folders(folder: Path) -> Sequence[Path]:
    return sorted(path.parent for path in folder.glob("*/set.toml"))


_NEEDED = ("title", "type", "form", "effective_from", "source")
_KINDS: dict[str, type] = {
    **dict.fromkeys(("title", "type", "form", "source", "output", "transitional", "law"), str),
    **dict.fromkeys(("effective_from", "effective_to"), date),
    "unverified": list,
}


def _version(set_name: str, folder: Path) -> Version:
    path = folder / "set.toml"
    try:
        facts = read_toml(_bytes(path), _KINDS)
    except BadTomlError as fault:
        raise BrokenSetError(path, str(fault)) from None
    if missing := [f"«{key}»" for key in _NEEDED if key not in facts]:
        raise BrokenSetError(path, f"thiếu mục {', '.join(missing)}")
    return Version(set_name, folder.name, folder, facts)


def version_order(number: str) -> tuple[int, ...]:
    """A version number as what it is ordered by: "1.10.0" comes after "1.9.0"."""
    return tuple(int(part) if part.isdigit() else 0 for part in number.split("."))


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode("utf-8-sig")  # Notepad writes the sign in front
    except UnicodeDecodeError:
        raise BrokenSetError(path, "không phải bảng mã UTF-8") from None


def _bytes(path: Path) -> bytes:
    try:
        return load(path)
    except LoadError as fault:
        raise BrokenSetError(path, fault.why) from None
