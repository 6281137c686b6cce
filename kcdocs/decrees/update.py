"""The facts of law brought up to date by one file: looked at wholly by their own readers, then put in use."""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kcdocs import settings
from kcdocs.codes import Declared
from kcdocs.decrees import catalogue, limits
from kcdocs.decrees.changes import FactChange, changes, law_in
from kcdocs.decrees.errors import BadFactsError
from kcdocs.decrees.facts import FILE as FACTS
from kcdocs.decrees.facts import read_facts, slug
from kcdocs.decrees.fingerprint import FILE as OUTLINE
from kcdocs.decrees.fingerprint import read_outline
from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.files import write_whole
from kcdocs.loading import load
from kcdocs.locking import locked
from kcdocs.model.catalogue import Catalogue
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.sealed.kinds import SealedKind
from kcdocs.sealed.reading import open_sealed

UPDATE = SealedKind("kcdocs-du-kien", 1, "tệp cập nhật dữ kiện", limits.MOST_UPDATE)
"""Updates of the facts of law."""

_MEMBER = re.compile(
    rf"{re.escape(catalogue.FILE)}|[a-z0-9-]{{1,80}}/(?:{re.escape(FACTS)}|{re.escape(OUTLINE)})"
)
_SUM = re.compile(r"[0-9a-f]{64}")

_ODD = Declared(
    "DC216",
    Severity.ERROR,
    "A file in an update of the facts that may not be there, or does not fit its folder.",
    "{what}",
    mend="Lấy lại tệp cập nhật từ nơi phát hành.",
)


class SumMissingError(KcdocsError):
    """An update of the facts whose sum nobody gave, so that nothing tells who made it."""

    path: Path

    code = "DC501"
    exit_code = ExitCode.USAGE
    words = "Chưa có mã SHA-256 để đối chiếu «{path.name}»; chưa cập nhật gì."
    mend = (
        "Thêm --sha256 với mã do nơi phát hành công bố (64 chữ số, chữ cái), hoặc để tệp "
        "«{path.name}.sha256» cạnh tệp ấy."
    )


class SumDiffersError(KcdocsError):
    """An update of the facts that is not the one whose sum was given."""

    path: Path
    wanted: str
    found: str

    code = "DC502"
    exit_code = ExitCode.FILE
    words = "«{path.name}» không phải tệp mang mã đã cho: mã của tệp là {found}, mã đã cho là {wanted}."
    mend = "Tải lại tệp và xem lại mã ở nơi phát hành; hai mã còn khác nhau thì đừng dùng tệp này."


class OlderFactsError(KcdocsError):
    """An update of the facts that is not newer than those in use."""

    day: str
    known: str

    code = "DC503"
    exit_code = ExitCode.DATA
    words = "Tệp cập nhật là bản ngày {day}, không mới hơn bản đang dùng (ngày {known}); chưa cập nhật gì."
    mend = "Lấy bản mới hơn; muốn quay về bản trước thì chạy kcdocs decrees update --undo."


class BadUpdateError(FindingsError):
    """An update of the facts that says what cannot be."""

    path: Path

    code = "DC504"
    exit_code = ExitCode.FILE
    words = "Tệp cập nhật «{path.name}» có {count} chỗ sai; chưa cập nhật gì."
    mend = "Lấy lại tệp cập nhật từ nơi phát hành."
    most = 50


class NothingTakenError(KcdocsError):
    """No update of the facts to go back from."""

    code = "DC505"
    exit_code = ExitCode.DATA
    words = "Chưa có bản cập nhật dữ kiện nào để bỏ; đang dùng dữ kiện đi kèm chương trình."
    mend = "Không cần làm gì; xem bản đang dùng: kcdocs decrees list."


class BusyFactsError(KcdocsError):
    """Another command is about to take or leave an update of the facts."""

    code = "DC506"
    exit_code = ExitCode.ENVIRONMENT
    words = "Một lệnh kcdocs khác đang cập nhật dữ kiện; chưa thay đổi gì."
    mend = "Đợi lệnh ấy xong rồi chạy lại."


@dataclass(frozen=True, slots=True)
class FactsUpdate:
    """What an update of the facts changes.

    Attributes:
        day: The day of its facts, as ISO 8601.
        changes: What it says otherwise than the facts in use before.
        kept: Numbers of instruments that the user's own catalogue says otherwise, which stays so.
    """

    day: str
    changes: tuple[FactChange, ...]
    kept: tuple[str, ...]


def take_update(path: Path, wanted: str, *, dry: bool = False) -> FactsUpdate:
    """Take an update of the facts of law; every command uses them from then on.

    What the user added (a catalogue in the data folder, folders of `KCDOCS_DECREES`) goes on standing above.

    Args:
        path: The file.
        wanted: Its SHA-256 as its publisher tells it; empty takes it from a file beside it.
        dry: Whether only to look.

    Raises:
        SumMissingError, SumDiffersError: If it is not known to be the file that was published.
        NotSealedError, NewerSealedError, SpoiltSealedError: If it is no update, or damaged.
        BadUpdateError: If its facts cannot be read; all faults.
        OlderFactsError: If they are not newer than those in use.
        BadCatalogueError: If the user's own catalogue cannot be read above them.
        BusyFactsError: If another command is about to take or leave an update.
    """
    data = load(path, limit=limits.MOST_UPDATE)
    found = _check_sum(path, data, wanted)
    with tempfile.TemporaryDirectory() as place, open_sealed(path, UPDATE, data) as sealed:
        new = Path(place)
        _refuse(path, [*_odd(path, sealed.contents.files)])
        sealed.take_out(new)
        day = _day(path, sealed.contents.facts.get("day"))
        _refuse(path, [*_faults(path, new)])
        with _sole_taker():
            _refuse_older(day)
            before, after = law_in(_in_use()), law_in((settings.shipped("decrees"), new))
            own = _own_catalogue(new)
            if not dry:
                _put_in_use(new, f"{day}-{found[:8]}")
    changed = [number for number, entry in after.entries.items() if before.entries.get(number) != entry]
    kept = tuple(number for number in changed if own.find(number) != after.entries[number])
    return FactsUpdate(day, changes(before, after), kept)


def undo_update() -> str:
    """Go back to the facts before the last update; the day of those in use now, as ISO 8601.

    Raises:
        NothingTakenError: If none was taken.
        BusyFactsError: If another command is about to take or leave one.
    """
    if not settings.facts_taken():
        raise NothingTakenError
    with _sole_taker():
        first, *rest = settings.facts_taken()
        _name_taken(rest)
        shutil.rmtree(settings.facts_folder() / first, ignore_errors=True)
    return edition()


def edition() -> str:
    """The day of the facts in use, as ISO 8601."""
    updated = settings.updated_facts()
    return updated.name[:10] if updated else settings.shipped_edition()


@contextmanager
def _sole_taker() -> Iterator[None]:
    """See that no other command takes or leaves an update meanwhile."""
    try:
        with locked(settings.facts_folder() / ".khoa", limits.WAIT_TAKEN):
            yield
    except TimeoutError:
        raise BusyFactsError from None


def _in_use() -> tuple[Path, ...]:
    """The folders of facts in use that are not the user's own, the shipped one first."""
    updated = settings.updated_facts()
    return (settings.shipped("decrees"), *([updated] if updated else []))


def _check_sum(path: Path, data: bytes, wanted: str) -> str:
    """The sum of a file's bytes, which is the one that was given.

    Raises:
        SumMissingError, SumDiffersError: If it is not.
    """
    found = hashlib.sha256(data).hexdigest()
    beside = path.with_name(f"{path.name}.sha256")
    if not wanted and beside.is_file():
        wanted = load(beside, limit=10_000).decode("utf-8", "replace").partition(" ")[0]
    said = "".join(wanted.lower().split()).removeprefix("sha256:")
    if not said:
        raise SumMissingError(path)
    if not _SUM.fullmatch(said) or said != found:
        raise SumDiffersError(path, said[:80], found)
    return found


def _odd(path: Path, names: Iterable[str]) -> Iterator[Finding]:
    return (
        _fault(path, f"«{name[:80]}» không thuộc tệp cập nhật.")
        for name in names
        if not _MEMBER.fullmatch(name)
    )


def _day(path: Path, said: object) -> str:
    try:
        return date.fromisoformat(str(said)).isoformat()
    except ValueError:
        raise BadUpdateError([_fault(path, "Mục lục không ghi ngày của dữ kiện.")], path) from None


def _faults(path: Path, new: Path) -> Iterator[Finding]:
    """Everything that the readers of facts find wrong."""
    own = new / catalogue.FILE
    if own.is_file():
        try:
            catalogue.read_catalogues([settings.shipped("decrees") / catalogue.FILE, own])
        except catalogue.BadCatalogueError as fault:
            yield from (
                _fault(path, f"{catalogue.FILE}, {item.place.field}: {item.message}") for item in fault.every
            )
    for folder in sorted(each for each in new.iterdir() if each.is_dir()):
        try:
            facts = read_facts(folder)
            if slug(facts.citation.number) != folder.name:
                yield _fault(path, f"Thư mục «{folder.name}» không đúng số «{facts.citation.number}».")
            if facts.texts:
                yield _fault(path, f"«{folder.name}» kèm toàn văn, mà tệp cập nhật chỉ có dữ kiện.")
            if (folder / OUTLINE).is_file():
                read_outline(folder / OUTLINE)
        except BadFactsError as fault:
            yield _fault(path, f"{folder.name}/{fault.path.name}: {fault.why}.")


def _fault(path: Path, what: str) -> Finding:
    return _ODD.at(Place(file=str(path)), what=what)


def _refuse(path: Path, faults: list[Finding]) -> None:
    if faults:
        raise BadUpdateError(faults, path)


def _refuse_older(day: str) -> None:
    if day <= edition():
        raise OlderFactsError(*(f"{said[8:]}/{said[5:7]}/{said[:4]}" for said in (day, edition())))


def _put_in_use(new: Path, name: str) -> None:
    """Copy an update to its place, then name it as the one in use: until then nothing reads it."""
    home = settings.facts_folder()
    shutil.rmtree(home / name, ignore_errors=True)  # of a command that was cut off before it was named
    for file in sorted(path for path in new.rglob("*") if path.is_file()):
        write_whole(home / name / file.relative_to(new), load(file))
    _name_taken([name, *settings.facts_taken()])


def _name_taken(names: Sequence[str]) -> None:
    """Write down which updates were taken, the one in use first."""
    text = "".join(f"{name}\n" for name in names)
    write_whole(settings.facts_folder() / settings.FACTS_TAKEN, text.encode())


def _own_catalogue(new: Path) -> Catalogue:
    """The catalogue as it will be with an update: the user's own above it."""
    own = settings.decree_folders()[: -len(_in_use())]
    folders = (settings.shipped("decrees"), new, *reversed(own), settings.data_folder())
    return catalogue.read_catalogues(
        path for folder in folders if (path := folder / catalogue.FILE).is_file()
    )
