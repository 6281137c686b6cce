"""A set travels to another office as one file, and nothing else than a set comes in."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from kcdocs.api import templates
from kcdocs.api.generate import generate
from kcdocs.errors import KcdocsError
from kcdocs.sets import limits, release, versions
from kcdocs.sets.errors import SetExistsError
from kcdocs.sets.parcel import BadParcelError, OtherVersionError

SINCE = date(2026, 1, 1)


def _office(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    """Sit down at the desk of an office."""
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(folder / "mau"))
    monkeypatch.setenv("KCDOCS_DATA", str(folder / "du-lieu"))
    return folder / "mau"


def _word(path: Path, text: str) -> Path:
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.save(str(path))
    return path


@pytest.fixture(name="sent")
def _sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set of two versions, the first released, packed by one office; the other office sits at the desk."""
    _office(monkeypatch, tmp_path / "a")
    word = _word(tmp_path / "gm.docx", "Gửi {{ ten }}")
    templates.start_set("giay-moi", word, "Giấy mời", SINCE)
    templates.release_version("giay-moi@1.0.0", SINCE)
    _word(word, "Kính gửi {{ ten }}")
    templates.update_set("giay-moi", template=word, since=date(2026, 6, 1))
    out = templates.export_set("giay-moi", tmp_path / "giay-moi.zip")
    _office(monkeypatch, tmp_path / "b")
    return out


def _changed(sent: Path, change: dict[str, bytes | None], *, twice: str = "") -> Path:
    """The file with parts put in, replaced or (None) taken out."""
    target = sent.with_name("khac.zip")
    with zipfile.ZipFile(sent) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()} | change
        for name, data in parts.items():
            for _ in range(2 if name == twice else 1):
                if data is not None:
                    new.writestr(name, data)
    return target


def test_a_packed_set_works_at_the_other_office_and_stays_released(sent: Path, tmp_path: Path) -> None:
    found = templates.add_set(sent)

    assert found.added == ("giay-moi@1.0.0", "giay-moi@1.1.0")
    first, second = versions.of_set("giay-moi")
    assert (release.released(first) is None, release.released(second) is None) == (False, True)
    record = tmp_path / "ho-so.yaml"
    record.write_text("ten: Ông A\nngay: 05/3/2026\n", "utf-8")
    (made,) = generate("giay-moi", record, tmp_path / "ra")
    assert Document(str(made.path)).paragraphs[0].text == "Gửi Ông A"


def test_adding_again_adds_nothing_and_packing_again_gives_the_same_file(sent: Path, tmp_path: Path) -> None:
    templates.add_set(sent)

    again = templates.add_set(sent)
    back = templates.export_set("giay-moi", tmp_path / "lai.zip")

    assert (again.added, again.known) == ((), ("giay-moi@1.0.0", "giay-moi@1.1.0"))
    assert back.read_bytes() == sent.read_bytes()


def test_a_new_version_joins_those_that_are_here(sent: Path) -> None:
    later = {name: None for name in zipfile.ZipFile(sent).namelist() if "/1.1.0/" in name}
    templates.add_set(_changed(sent, dict(later)))

    assert templates.add_set(sent).added == ("giay-moi@1.1.0",)


def test_a_version_that_says_something_else_is_not_replaced(sent: Path, tmp_path: Path) -> None:
    templates.add_set(sent)
    other = _word(tmp_path / "x.docx", "Khác {{ ten }}").read_bytes()

    with pytest.raises(OtherVersionError):
        templates.add_set(_changed(sent, {"giay-moi/1.1.0/giay-moi.docx": other}))


def test_blocks_of_the_office_travel_within_its_open_versions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = _office(monkeypatch, tmp_path / "a")
    (home / "khoi").mkdir(parents=True)
    _word(home / "khoi" / "dau-rieng.docx", "Đầu của đơn vị")
    templates.start_set("thu", _word(tmp_path / "t.docx", "[[khối dau-rieng]]"), "Thư", SINCE)
    packed = templates.export_set("thu", tmp_path / "thu.zip")
    _office(monkeypatch, tmp_path / "b")

    templates.add_set(packed)

    template = versions.of_set("thu")[0].template
    assert Document(io.BytesIO(template)).paragraphs[0].text == "Đầu của đơn vị"


def _with_files(folder: Path, *names: str) -> Path:
    """A set whose example names files that lie beside it; the folder of its version."""
    word = _word(folder / "gxn.docx", "{{ ten }}\n{{p bang | tep }}")
    templates.start_set("giay-xac-nhan", word, "Giấy xác nhận", SINCE)
    home = versions.of_set("giay-xac-nhan")[0].folder
    records = [f"- {{ten: A, ngay: 05/3/2026, bang: '{name}'}}\n" for name in names]
    (home / "example.yaml").write_text("".join(records), "utf-8")
    return home


def test_the_files_that_an_example_names_travel_with_the_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _office(monkeypatch, tmp_path / "a")
    home = _with_files(tmp_path, "Bảng 1.csv", "phu-luc.docx")
    (home / "Bảng 1.csv").write_text("STT;Tên\n1;Máy sấy\n", "utf-8")
    _word(home / "phu-luc.docx", "Phụ lục của ví dụ")
    (home / "ghi-chu.csv").write_text("không ví dụ nào nhắc tới", "utf-8")
    templates.release_version("giay-xac-nhan@1.0.0", SINCE)
    templates.update_set(
        "giay-xac-nhan",
        template=_word(tmp_path / "m.docx", "Tên: {{ ten }}\n{{p bang | tep }}"),
        since=date(2026, 6, 1),
    )
    packed = templates.export_set("giay-xac-nhan", tmp_path / "gxn.zip")
    _office(monkeypatch, tmp_path / "b")

    templates.add_set(packed)

    for version in versions.of_set("giay-xac-nhan"):
        assert [path.name for path in version.beside_examples] == ["Bảng 1.csv", "phu-luc.docx"]
        assert version.template_path.stem == "giay-xac-nhan"
        assert not (version.folder / "ghi-chu.csv").exists()
    example = versions.of_set("giay-xac-nhan")[0].folder / "example.yaml"
    made = generate("giay-xac-nhan", example, tmp_path / "ra")
    assert [len(Document(str(one.path)).tables) for one in made] == [1, 0]
    assert templates.add_set(packed).added == ()


@pytest.mark.parametrize(
    "name",
    [
        "la.csv",
        "ten.exe",
        "con/ten.csv",
        "con\\ten.csv",
        "aux.csv",
        "ten.csv ",
        "..csv/../x.csv",
        "BANG.csv",
        "khac.docx",
        "a:b.csv",
    ],
)
def test_a_file_beside_that_no_example_names_lets_nothing_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    _office(monkeypatch, tmp_path / "a")
    home = _with_files(tmp_path, "bang.csv")
    (home / "bang.csv").write_text("a;b\n1;2\n", "utf-8")
    packed = templates.export_set("giay-xac-nhan", tmp_path / "gxn.zip")
    _office(monkeypatch, tmp_path / "b")

    with pytest.raises(KcdocsError):
        templates.add_set(_changed(packed, {f"giay-xac-nhan/1.0.0/{name}": b"a;b\n"}))

    assert "giay-xac-nhan" not in versions.set_names()


def test_another_file_beside_the_same_example_makes_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _office(monkeypatch, tmp_path / "a")
    home = _with_files(tmp_path, "bang.csv")
    (home / "bang.csv").write_text("a;b\n1;2\n", "utf-8")
    packed = templates.export_set("giay-xac-nhan", tmp_path / "gxn.zip")
    _office(monkeypatch, tmp_path / "b")
    templates.add_set(packed)

    with pytest.raises(OtherVersionError):
        templates.add_set(_changed(packed, {"giay-xac-nhan/1.0.0/bang.csv": b"a;b\n3;4\n"}))


@pytest.mark.parametrize(
    "name",
    [
        "../ra-ngoai.toml",
        "/etc/x.toml",
        "giay-moi/../../x/set.toml",
        "giay-moi/1.0.0/x.exe",
        "giay-moi/1.0.0/con/set.toml",
        "khac/1.0.0/set.toml",
        "khoi/dau-van-ban.docx",
        "C:\\x\\set.toml",
    ],
)
def test_a_file_that_no_set_has_lets_nothing_in(sent: Path, name: str) -> None:
    with pytest.raises(BadParcelError):
        templates.add_set(_changed(sent, {name: b"x"}))

    assert "giay-moi" not in versions.set_names()


def test_what_is_broken_too_large_or_no_archive_lets_nothing_in(
    sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = [
        _changed(sent, {"giay-moi/1.1.0/schema.json": b"["}),
        _word(tmp_path / "van-ban.docx", "không phải bộ mẫu"),
    ]
    broken = _word(tmp_path / "x.docx", "{{ ten").read_bytes()
    for path in (*hostile, _changed(sent, {"giay-moi/1.1.0/giay-moi.docx": broken})):
        with pytest.raises(KcdocsError):
            templates.add_set(path)
    with pytest.raises(KcdocsError, match="mã băm"):
        templates.add_set(_changed(sent, {"giay-moi/1.0.0/example.yaml": b"ten: A\n"}))
    for limit, value in (("MOST_FILES", 3), ("MOST_BYTES", 1000)):
        with monkeypatch.context() as patch:
            patch.setattr(limits, limit, value)
            with pytest.raises(BadParcelError):
                templates.add_set(sent)
    (tmp_path / "rac.zip").write_bytes(b"PK rac")
    with pytest.raises(BadParcelError):
        templates.add_set(tmp_path / "rac.zip")

    assert "giay-moi" not in versions.set_names()


def test_a_set_with_the_name_of_a_shipped_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _office(monkeypatch, tmp_path)
    packed = templates.export_set("to-trinh", tmp_path / "to-trinh.zip")

    with pytest.raises(SetExistsError):
        templates.add_set(packed)
