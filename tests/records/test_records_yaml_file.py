"""YAML records: what stands there, where it stands, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcdocs.errors import ExitCode
from kcdocs.records.errors import (
    EmptyRecordsError,
    RecordFaultsError,
    RecordSyntaxError,
    UnknownRecordFormatError,
    UnreadableRecordError,
)
from kcdocs.records.reading import read_records


def _file(folder: Path, text: str, name: str = "ho-so.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_scalars_stay_the_text_that_stands_there(tmp_path: Path) -> None:
    path = _file(tmp_path, "so: 05\nco: no\nngay: 2024-12-27\ntien: 1.5\ngio: 12:30:00\n")

    (record,) = read_records(path)

    assert record.data == {"so": "05", "co": "no", "ngay": "2024-12-27", "tien": "1.5", "gio": "12:30:00"}


def test_every_value_knows_its_line_and_list_items_count_from_one(tmp_path: Path) -> None:
    path = _file(tmp_path, "so: 1\nnoi_nhan:\n  - Như trên\n  - Bộ Tư pháp\nnguoi_ky:\n  ho_ten: A\n")

    (record,) = read_records(path)

    assert record.where("noi_nhan[2]").line == 4
    assert record.where("nguoi_ky.ho_ten").line == 6
    assert record.where("nguoi_ky.chuc_vu").line == 5
    assert record.where("khong_co").line == 1


def test_text_is_composed_unicode(tmp_path: Path) -> None:
    path = _file(tmp_path, "ten: Bo\u0323\u0302 Co\u0302ng Thu\u031bo\u031bng\n")

    (record,) = read_records(path)

    assert record.data == {"ten": "Bộ Công Thương"}


def test_a_list_and_several_documents_are_several_records(tmp_path: Path) -> None:
    path = _file(tmp_path, "- so: 1\n- so: 2\n---\nso: 3\n")

    records = read_records(path)

    assert [record.data["so"] for record in records] == ["1", "2", "3"]
    assert [record.place.line for record in records] == [1, 2, 4]


def test_a_key_without_value_is_none(tmp_path: Path) -> None:
    (record,) = read_records(_file(tmp_path, "so:\nky_hieu: ~\n"))

    assert record.data == {"so": None, "ky_hieu": None}


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    path = _file(tmp_path, 'so: 1\nten: Ð thật\nso: 2\nma: !!python/name:os.system x\nxau: "a\\u0007"\n')

    with pytest.raises(RecordFaultsError) as caught:
        read_records(path)

    assert [(fault.code, fault.place.line) for fault in caught.value.findings] == [
        ("RC111", 2),
        ("RC114", 3),
        ("RC117", 4),
        ("RC112", 5),
    ]
    assert caught.value.exit_code is ExitCode.DATA


def test_repeats_by_alias_are_limited(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 8)]
    lines += [f"a8: [{', '.join(['*a7'] * 10)}]"]

    with pytest.raises(RecordFaultsError) as caught:
        read_records(_file(tmp_path, "\n".join(lines)))

    assert [fault.code for fault in caught.value.findings] == ["RC116"]


def test_a_list_that_holds_itself_ends(tmp_path: Path) -> None:
    with pytest.raises(RecordFaultsError) as caught:
        read_records(_file(tmp_path, "a: &a [*a]\n"))

    assert [fault.code for fault in caught.value.findings] == ["RC116"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("so: 1\nten: a: b\n", 2, "dấu hai chấm"),
        ("so: 1\nds: [a, b\nten: x\n", 2, "dấu [ hoặc {"),
        ("so: 1\n\tten: x\n", 2, "tab"),
        ('so: "1\nten: x\n', 1, "dấu nháy"),
        ('so: "1\nten: "x"\nky: y\n', 1, "dấu nháy"),
        ("so: 1\ncq:\n  ten Bộ\n  cap: x\n", 3, "thiếu dấu hai chấm sau «ten»"),
        ("so: 1\nten Bộ\ncap: x\n", 2, "thiếu dấu hai chấm sau «ten»"),
        ("so: 1\nten:Bộ\ncap: x\n", 2, "thiếu dấu cách sau dấu hai chấm của «ten»"),
        ("ds:\n  - a\n  -b\n", 3, "thiếu dấu cách sau dấu gạch"),
        ("so: 1\n  ten: x\n", 2, "thụt vào sâu hơn dòng 1"),
        ("cq:\n  ten: x\n cap: y\n", 3, "thụt vào"),
        ("so: @a\n", 1, "bắt đầu bằng %, @"),
        ('so: "a" b\n', 1, "sau dấu nháy đóng"),
        ("ds: - a\n", 1, "dấu gạch đứng sau dấu hai chấm"),
    ],
)
def test_wrong_syntax_names_the_line_and_the_likely_cause(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    with pytest.raises(RecordSyntaxError) as caught:
        read_records(_file(tmp_path, text))

    assert caught.value.place is not None
    assert caught.value.place.line == line
    assert words in caught.value.message


def test_an_empty_file_and_a_bare_word_are_no_records(tmp_path: Path) -> None:
    with pytest.raises(EmptyRecordsError):
        read_records(_file(tmp_path, "# chỉ có chú thích\n"))
    with pytest.raises(RecordFaultsError) as caught:
        read_records(_file(tmp_path, "xin chào\n"))
    assert [fault.code for fault in caught.value.findings] == ["RC115"]


def test_files_that_cannot_be_read_get_a_sentence(tmp_path: Path) -> None:
    latin = tmp_path / "cu.yaml"
    latin.write_bytes("ten: Bộ".encode("utf-16"))
    (tmp_path / "thu-muc.yaml").mkdir()

    with pytest.raises(UnreadableRecordError, match="UTF-8"):
        read_records(latin)
    with pytest.raises(UnreadableRecordError, match="thư mục"):
        read_records(tmp_path / "thu-muc.yaml")
    with pytest.raises(UnreadableRecordError, match="không có tệp này"):
        read_records(tmp_path / "vang.yaml")
    with pytest.raises(UnknownRecordFormatError, match="phần đuôi"):
        read_records(tmp_path / "ho-so.docx")


def test_legacy_code_pages_are_named_and_never_converted(tmp_path: Path) -> None:
    path = _file(tmp_path, "so: 1\nten: Céng hßa x· héi chñ nghÜa ViÖt Nam\n")

    with pytest.raises(RecordFaultsError) as caught:
        read_records(path)

    (fault,) = caught.value.findings
    assert (fault.code, fault.place.line) == ("RC121", 2)
    assert "TCVN3" in fault.message


def test_a_value_longer_than_the_limit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordFaultsError) as caught:
        read_records(_file(tmp_path, f"ten: {'a' * 1_000_001}\n"))

    assert [fault.code for fault in caught.value.findings] == ["RC113"]


@pytest.mark.parametrize(
    ("text", "line", "lost"),
    [
        ("so: 1\nnghe: Nhóm nghề #3 và #4\n", 2, "#3 và #4"),
        ("ds:\n  - Mục #2\n", 2, "#2"),
        ("so: 1\nten: #3\n", 2, "#3"),
        ("ten: Nhóm # 3\n", 1, "# 3"),
        ("ten: Nhóm  #3\n", 1, "#3"),
    ],
)
def test_words_that_yaml_would_cut_off_are_refused_with_their_line(
    tmp_path: Path, text: str, line: int, lost: str
) -> None:
    with pytest.raises(RecordFaultsError) as caught:
        read_records(_file(tmp_path, text))

    (fault,) = caught.value.findings
    assert (fault.code, fault.place.line, fault.found) == ("RC118", line, lost)
    assert "nháy kép" in fault.mend


def test_a_remark_set_off_by_two_spaces_and_a_sign_in_quotes_or_stuck_to_a_word_stand(tmp_path: Path) -> None:
    text = 'so: 05  # số văn bản\nten: "Nhóm #3"\nma: C#7\nkhoi: |\n  a #1\n# hết\n'

    (record,) = read_records(_file(tmp_path, text))

    assert record.data == {"so": "05", "ten": "Nhóm #3", "ma": "C#7", "khoi": "a #1\n"}


def test_a_dash_that_melts_into_the_line_above_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordFaultsError) as caught:
        read_records(_file(tmp_path, "ds:\n  -Chính phủ\n  -Bộ Tư pháp\n"))

    assert [(fault.code, fault.place.line) for fault in caught.value.findings] == [("RC119", 3)]


def test_a_word_taken_for_an_anchor_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordFaultsError) as caught:
        read_records(_file(tmp_path, "ten: &Co Ban Khuyến công\n"))

    assert [(fault.code, fault.place.line) for fault in caught.value.findings] == [("RC120", 1)]


@pytest.mark.parametrize("text", ["[" * 60_000, "- " * 60_000, "a: " + "{a: " * 40_000, "? " * 60_000])
def test_nesting_of_any_depth_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises((RecordFaultsError, RecordSyntaxError)) as caught:
        read_records(_file(tmp_path, text))

    assert caught.value.exit_code is ExitCode.DATA


def test_too_many_values_are_refused_before_they_are_held(tmp_path: Path) -> None:
    with pytest.raises(RecordFaultsError) as caught:
        read_records(_file(tmp_path, f"ds: [{'x, ' * 450_000}]"))

    assert [fault.code for fault in caught.value.findings] == ["RC116"]


def test_a_key_as_long_as_a_sentence_is_refused_and_not_repeated_whole(tmp_path: Path) -> None:
    with pytest.raises(RecordFaultsError) as caught:
        read_records(_file(tmp_path, f"? {'dài ' * 5_000}\n: [{', '.join('x' * 900)}]\n"))

    (fault,) = caught.value.findings
    assert (fault.code, fault.place.line) == ("RC125", 1)
    assert len(fault.message) < 120
