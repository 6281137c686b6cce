"""A set as one file: packed for another office, and taken in from one that anyone may have made."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs import results, settings
from kcdocs.engine.check import check_template
from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.loading import load
from kcdocs.model.finding import Place
from kcdocs.sealed.naming import clashing_paths, odd_path
from kcdocs.sets import limits, release, versions
from kcdocs.sets.adopt import TEMPLATE
from kcdocs.sets.errors import BrokenTemplateError, SetExistsError
from kcdocs.sets.schema_file import composed_schema
from kcdocs.word.package import archive, entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kcdocs.sets.versions import Version

_HISTORY, _REGISTER = "CHANGELOG.md", release.REGISTER
_SET = r"[a-z][a-z0-9]*(?>(?:-[a-z0-9]+)*)"
_FILE = re.compile(
    rf"(?P<set>{_SET})/(?:{_HISTORY}|(?P<version>\d{{1,4}}\.\d{{1,4}}\.\d{{1,4}})/"
    rf"(?:set\.toml|schema\.json|form\.toml|example[a-z0-9-]{{0,40}}\.yaml|{_SET}\.docx))"
)
_BESIDE = re.compile(
    rf"{_SET}/\d{{1,4}}\.\d{{1,4}}\.\d{{1,4}}/[^/]+\.(?:csv|xlsx|docx|png|jpe?g|gif|bmp)", re.IGNORECASE
)
"""Where a file that an example names may stand: a table, a Word file or a picture beside it."""


class BadParcelError(KcdocsError):
    """The file is no set packed by kcdocs, or holds something that a set never does."""

    path: Path
    why: str

    code = "TP383"
    exit_code = ExitCode.FILE
    words = "«{path.name}» không phải tệp bộ mẫu dùng được: {why}; chưa thêm gì."
    mend = "Đề nghị nơi gửi lập lại tệp bằng lệnh «kcdocs templates export»."

    def where(self) -> Place:
        """The file."""
        return Place(file=str(self.path))


class OtherVersionError(KcdocsError):
    """A version of the same number is there, and says something else."""

    name: str

    code = "TP384"
    exit_code = ExitCode.FILE
    words = "Đã có {name} với nội dung khác; chưa thêm gì."
    mend = "Hỏi nơi gửi xem bản nào đúng; muốn giữ cả hai thì nơi gửi lập phiên bản mới rồi gửi lại."


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What was taken in from a packed set.

    Attributes:
        added: Versions that are new here ("giay-moi@1.0.0").
        known: Versions that were here already, the same.
    """

    added: tuple[str, ...]
    known: tuple[str, ...]


def packed(name: str) -> bytes:
    """A set with all its versions as a ZIP archive; the same bytes for the same set.

    The files that examples name go with them. Shared blocks of the user's own are composed into the versions
    that are open: another office has not got them.

    Raises:
        UnknownSetError: If no set bears the name.
        BrokenSetError: If a version cannot be read.
    """
    every = versions.of_set(name)
    home = every[0].folder.parents[1]
    files = {path: data for version in every for path, data in _files(version)}
    history = home / name / _HISTORY
    files |= {f"{name}/{_HISTORY}": load(history)} if history.is_file() else {}
    frozen = release.register_text(every)
    files |= {_REGISTER: frozen.encode()} if frozen else {}
    return archive(entry(path, data) for path, data in sorted(files.items()))


def _files(version: Version) -> Iterator[tuple[str, bytes]]:
    home = version.folder.parents[1]
    own = (home / versions.BLOCKS).is_dir() and not release.released(version)
    beside = version.beside_examples
    for path in sorted(version.folder.iterdir()):
        inside = f"{version.set_name}/{version.number}/{path.name}"
        if path in beside:
            yield inside, load(path)
        elif _FILE.fullmatch(inside):
            data = load(path)
            if own and path.suffix == ".docx":
                data = version.template
            if own and path.name == "schema.json":
                data = composed_schema(data.decode("utf-8-sig"), versions.shared_schema(home)).encode()
            yield inside, data


def take_in(path: Path) -> TakenIn:
    """Add a packed set, or the versions of it that are new, to the user's folder of sets.

    Everything is looked at before anything is written: names, sizes, every file as what it should be, the
    hash of each released version.

    Raises:
        BadParcelError: If the file is no packed set, or holds something else.
        OtherVersionError: If a version is here with another content.
        SetExistsError: If a set of kcdocs itself bears the name.
        BrokenSetError, BrokenTemplateError, ChangedReleaseError: If a version in it is not as it should be.
        BusySetsError: If another process is at work in the folder of sets.
    """
    files = _unpacked(path)
    home = settings.user_templates()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, data in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)
        found = _looked_at(path, root, files)
        with release.sole_writer(home):
            new = [version for version in found if not _is_here(version, home)]
            _write(files, new, home)
            release.enter_released(home, new)
    known = [version.name for version in found if version not in new]
    return TakenIn(tuple(version.name for version in new), tuple(known))


def _unpacked(path: Path) -> dict[str, bytes]:
    """Name → bytes of what is in the archive, each a file that a set has."""
    try:
        with zipfile.ZipFile(io.BytesIO(load(path))) as opened:
            members = opened.infolist()
            _refuse_hostile(path, members)
            return {member.filename: opened.read(member) for member in members}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise BadParcelError(path, "không phải tệp ZIP đọc được") from None


def _refuse_hostile(path: Path, members: Sequence[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    if len(members) > limits.MOST_FILES or sum(member.file_size for member in members) > limits.MOST_BYTES:
        raise BadParcelError(path, "quá nhiều hoặc quá lớn so với một bộ mẫu")
    if odd := [name for name in names if name != _REGISTER and not _may_stand(name)]:
        raise _odd_file(path, odd[0])
    if any(clashing_paths(names)):
        raise BadParcelError(path, "có tệp ghi hai lần")
    sets = {name.partition("/")[0] for name in names if name != _REGISTER}
    if len(sets) != 1 or not any(name.endswith("/set.toml") for name in names):
        raise BadParcelError(path, "phải có đúng một bộ mẫu")
    if versions.BLOCKS in sets:
        raise BadParcelError(path, f"tên «{versions.BLOCKS}» dành cho khối dùng chung")


def _may_stand(name: str) -> bool:
    return bool(_FILE.fullmatch(name) or (_BESIDE.fullmatch(name) and not odd_path(name)))


def _is_beside(item: Path, version: Version) -> bool:
    """Whether a file is there for the examples alone."""
    own = _FILE.fullmatch(f"{version.set_name}/{version.number}/{item.name}")
    return not own or item.suffix == ".docx"


def _odd_file(path: Path, name: str) -> BadParcelError:
    return BadParcelError(path, f"có tệp lạ «{name[:80]}»")


def _looked_at(path: Path, root: Path, files: Mapping[str, bytes]) -> tuple[Version, ...]:
    """The versions, each with a contract and a template that can be used."""
    name = next(key.partition("/")[0] for key in files if key != _REGISTER)
    found = versions.in_folder(root, name)
    folders = {key.rpartition("/")[0] for key in files if key.count("/") > 1}
    if len(found) != len(folders):
        raise BadParcelError(path, "có phiên bản thiếu set.toml")
    for version in found:
        _ = version.contract, version.form
        known = {version.template_path, *version.beside_examples}
        if odd := [
            item for item in version.folder.iterdir() if _is_beside(item, version) and item not in known
        ]:
            raise _odd_file(path, odd[0].name)
        report = check_template(version.template, name=version.name)
        if report.broken:
            raise BrokenTemplateError(report.errors, version.name)
        release.refuse_changed(version)
    return found


def _is_here(version: Version, home: Path) -> bool:
    """Whether the same version is in the user's folder already."""
    name = version.set_name
    if name not in versions.set_names():
        return False
    here = versions.of_set(name)
    if here[0].folder.parents[1] != home:
        raise SetExistsError(name)
    same = [one for one in here if one.number == version.number]
    if same and _content(same[0]) != _content(version):
        raise OtherVersionError(version.name)
    return bool(same)


def _content(version: Version) -> tuple[str, dict[str, bytes]]:
    """What two versions have in common that are the same: the hash, and the files that the examples name."""
    return release.version_digest(version), {path.name: load(path) for path in version.beside_examples}


def _write(files: Mapping[str, bytes], new: Sequence[Version], home: Path) -> None:
    """Write the new versions, `set.toml` of each last: with it the folder is a version."""
    wanted = {f"{version.set_name}/{version.number}" for version in new}
    chosen = {home / name: data for name, data in files.items() if name.rpartition("/")[0] in wanted}
    for name, data in files.items():
        if name.endswith(_HISTORY) and wanted and not (home / name).exists():
            chosen[home / name] = data
    order = sorted(chosen, key=lambda target: target.name == "set.toml")
    results.write_all(order, [chosen[target] for target in order])
    results.remember([target for target in order if target.suffix == ".docx"], TEMPLATE)
