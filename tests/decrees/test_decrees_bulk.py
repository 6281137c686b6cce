"""Adding many files to the store at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest

from kcdocs.api import adding, decrees, shelf
from kcdocs.cli import main
from kcdocs.decrees.bulk import add_files, jobs_for
from kcdocs.decrees.errors import NoTextsError, ReaderLostError
from kcdocs.decrees.facts import all_facts
from kcdocs.decrees.opening import the_store
from kcdocs.settings import shipped
from kcdocs.sources.options import Options

HEAD = """CHÍNH PHỦ
Số: {number}
NGHỊ ĐỊNH
Về nghề {craft}
Điều 1. Phạm vi
1. Nghị định này quy định việc đầu tư xưởng {craft}.
2. Ủy ban nhân dân xã hỗ trợ mở đường vào xưởng.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2020."""
AMENDING = """CHÍNH PHỦ
Số: 9/2022/NĐ-CP
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP
1. Sửa đổi, bổ sung khoản 2 Điều 1 như sau:
“2. Ủy ban nhân dân xã cấp đất mở bến thuyền cạnh xưởng.”
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 5 năm 2022."""

Lay = Callable[..., list[Path]]


@pytest.fixture
def lay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lay:
    """Lays texts into a folder, by name; the store comes with none."""
    monkeypatch.setattr(
        "kcdocs.decrees.store.all_facts", lambda found: all_facts(set(found) - {shipped("decrees")})
    )
    folder = tmp_path / "van-ban"
    folder.mkdir()

    def laid(**texts: str) -> list[Path]:
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, "utf-8")
        return adding.files_in([folder])[0]

    return laid


def _text(number: str, craft: str = "dệt") -> str:
    return HEAD.format(number=number, craft=craft)


def _kept(data_folder: Path) -> list[str]:
    return sorted(path.parent.name for path in (data_folder / "decrees").glob("*/*.json"))


def _codes(done: object) -> list[tuple[str, str]]:
    return sorted((Path(name).name, fault.code) for name, fault in done.faults)  # type: ignore[attr-defined]


def test_each_file_says_itself_what_it_is_and_is_found_at_once(lay: Lay, data_folder: Path) -> None:
    done = adding.add(lay(b=_text("8/2021/NĐ-CP", "gốm"), a=_text("7/2020/NĐ-CP")))

    assert (done.files, done.added, done.known, done.faults) == (2, ["7/2020/NĐ-CP", "8/2021/NĐ-CP"], 0, [])
    assert _kept(data_folder) == ["7-2020-nd-cp", "8-2021-nd-cp"]
    assert [str(one.address) for one in shelf.search("xưởng gốm").provisions] == ["dieu-1.khoan-1"]
    assert the_store().load("7/2020/NĐ-CP").citation.title == "về nghề dệt"


def test_what_was_added_is_not_read_again_and_what_changed_is(
    lay: Lay, monkeypatch: pytest.MonkeyPatch
) -> None:
    adding.add(lay(a=_text("7/2020/NĐ-CP"), b=_text("8/2021/NĐ-CP")))
    read: list[str] = []
    monkeypatch.setattr(
        "kcdocs.decrees.taking.read_bytes", lambda _, options: read.append(options.name) or 1 / 0
    )

    again = adding.add(lay())
    changed = adding.add(lay(b=_text("10/2021/NĐ-CP")))

    assert (again.known, again.added, again.faults) == (2, [], [])
    assert [Path(name).name for name in read] == ["b.txt"]
    assert _codes(changed) == [("b.txt", "KC901")]


def test_a_text_that_was_taken_out_of_the_store_is_added_again(lay: Lay, data_folder: Path) -> None:
    files = lay(a=_text("7/2020/NĐ-CP"))
    adding.add(files)
    for path in (data_folder / "decrees").glob("*/*.json"):
        path.unlink()

    assert adding.add(files).added == ["7/2020/NĐ-CP"]


def test_every_fault_is_told_with_its_file_and_stops_no_other(lay: Lay, tmp_path: Path) -> None:
    files = lay(
        a="Không có điều nào ở đây cả.",
        b=_text("…/2021/NĐ-CP"),
        c=_text("7/2020/NĐ-CP"),
        d=_text("8/2021/NĐ-CP")
        + "\nNơi nhận:\n- Lưu: VT.\nCHÍNH PHỦ\nSố: 10/2021/NĐ-CP\nNGHỊ ĐỊNH\nVề nghề mộc",
        e=AMENDING.replace("Nghị định này có hiệu lực từ ngày 01 tháng 5 năm 2022.", "Bộ hướng dẫn."),
    )

    done = adding.add([*files, tmp_path / "mat.txt"])

    assert done.added == ["7/2020/NĐ-CP"]
    assert _codes(done) == [
        ("a.txt", "DC105"),
        ("b.txt", "DC104"),
        ("d.txt", "DC115"),
        ("e.txt", "DC109"),
        ("mat.txt", "SR101"),
    ]


def test_two_texts_of_one_number_are_both_refused_whichever_comes_first(lay: Lay, data_folder: Path) -> None:
    done = adding.add(
        lay(
            a=_text("7/2020/NĐ-CP"),
            b=_text("7/2020/NĐ-CP", "gốm"),
            c=_text("7/2020/NĐ-CP"),
            d=_text("8/2021/NĐ-CP"),
        )
    )

    assert done.added == ["8/2021/NĐ-CP"]
    assert _codes(done) == [("a.txt", "DC204"), ("b.txt", "DC204"), ("c.txt", "DC204")]
    assert _kept(data_folder) == ["8-2021-nd-cp"]
    assert shelf.search("gốm").total == 0


def test_the_same_text_twice_is_added_once(lay: Lay) -> None:
    done = adding.add(lay(a=_text("7/2020/NĐ-CP"), b=_text("7/2020/NĐ-CP") + "\n"))

    assert (done.added, done.known, done.faults) == (["7/2020/NĐ-CP"], 1, [])


def test_another_text_of_what_the_store_has_is_told_and_the_store_keeps_its_own(lay: Lay) -> None:
    adding.add(lay(a=_text("7/2020/NĐ-CP")))

    done = adding.add(lay(b=_text("7/2020/NĐ-CP", "gốm").replace("2020.", "2021.")))

    assert _codes(done) == [("b.txt", "DC205")]
    assert "từ ngày 01/03/2020" in done.faults[0][1].message
    assert shelf.search("gốm").total == 0


def test_an_amending_text_of_the_folder_makes_the_edition_of_the_other(lay: Lay) -> None:
    adding.add(lay(a=_text("7/2020/NĐ-CP"), b=AMENDING))

    (found,) = [one for one in shelf.search("bến thuyền").provisions if one.citation.number == "7/2020/NĐ-CP"]
    assert found.current
    assert not shelf.search("mở đường vào xưởng").provisions[0].current


def test_a_text_with_fingerprints_is_held_against_them(
    lay: Lay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = lay(a=_text("7/2020/NĐ-CP"))
    place = tmp_path / "kho" / "7-2020-nd-cp"
    place.mkdir(parents=True)
    (place / "decree.toml").write_text('number = "7/2020/NĐ-CP"\ntype = "Nghị định"\n', "utf-8")
    (place / "outline.toml").write_text(decrees.outline(files[0]).toml, "utf-8")
    monkeypatch.setenv("KCDOCS_DECREES", str(tmp_path / "kho"))

    refused = adding.add(lay(a=_text("7/2020/NĐ-CP", "gốm")))
    right = adding.add(lay(a=_text("7/2020/NĐ-CP")))

    assert _codes(refused) == [("a.txt", "DC201")]
    assert (right.added, right.faults) == (["7/2020/NĐ-CP"], [])


def test_folders_give_their_texts_by_name_and_other_files_are_told(lay: Lay, tmp_path: Path) -> None:
    lay(b="x", a="x")
    folder = tmp_path / "van-ban"
    (folder / "con").mkdir()
    (folder / "con" / "rong").mkdir()
    for name in ("con/c.DOCX", "anh.png", ".an.txt", "~$b.docx"):
        (folder / name).write_bytes(b"x")

    texts, others = adding.files_in([folder, folder / "a.txt"])

    assert [path.name for path in texts] == ["a.txt", "b.txt", "c.DOCX"]
    assert [path.name for path in others] == ["anh.png"]
    with pytest.raises(NoTextsError):
        adding.files_in([tmp_path / "van-ban" / "con" / "rong"])


def test_another_process_is_begun_for_forty_files_more() -> None:
    assert jobs_for(79) == jobs_for(1) == 1


def test_what_was_added_stays_when_a_process_that_reads_is_lost(lay: Lay) -> None:
    def lost(take: Callable[[object], object], files: Iterable[object]) -> Iterator[object]:
        for place, file in enumerate(files):
            if place == 64:
                raise BrokenExecutor
            yield take(file)

    texts = {f"v{number:02}": _text(f"{number}/2020/NĐ-CP") for number in range(1, 67)}
    files = lay(**texts)
    with pytest.raises(ReaderLostError):
        add_files(
            the_store(),
            files,
            Options(""),
            work=lost,
            checked=lambda _: True,
            tell=lambda _: None,  # type: ignore[arg-type]
        )

    assert len(list(the_store().entries())) == 64
    assert len(adding.add(files).added) == 2


def _run(monkeypatch: pytest.MonkeyPatch, *words: object) -> object:
    monkeypatch.setattr("sys.argv", ["kcdocs", "decrees", "add", *map(str, words)])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code


def test_the_command_counts_what_became_of_a_folder_and_names_what_is_wrong(
    lay: Lay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    lay(a=_text("7/2020/NĐ-CP"), b="Không có điều nào ở đây cả.")

    code = _run(monkeypatch, tmp_path / "van-ban")

    said = capfd.readouterr()
    assert code == 3
    assert "2 tệp: thêm 1 văn bản, 0 đã có sẵn, 1 không thêm được." in said.out
    assert "b.txt" in said.err
    assert "DC105" in said.err
    (tmp_path / "van-ban" / "b.txt").unlink()
    assert _run(monkeypatch, tmp_path / "van-ban") == 0
    assert "thêm 0 văn bản, 1 đã có sẵn" in capfd.readouterr().out


@pytest.mark.parametrize("option", [["--as", "7/2020/NĐ-CP"], ["--force"], ["--edition", "01/01/2021"]])
def test_what_is_said_of_one_file_is_refused_for_many(
    lay: Lay, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], option: list[str]
) -> None:
    files = lay(a=_text("7/2020/NĐ-CP"), b=_text("8/2021/NĐ-CP"))

    assert _run(monkeypatch, *files, *option) == 2
    assert f"{option[0]} chỉ dùng khi thêm một tệp." in capfd.readouterr().err
