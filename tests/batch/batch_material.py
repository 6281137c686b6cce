"""Data for batches: submissions in a CSV file, a row each."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from kcdocs.api import BatchResult, batch, register

SET, SERIES, FIRST = "to-trinh", "TTr-BCT/2026", 41

COLUMNS = {
    "so": "Số văn bản",
    "ky_hieu": "Ký hiệu văn bản",
    "ngay": "Ngày văn bản",
    "dia_danh": "Địa danh",
    "co_quan": "Cơ quan ban hành: Tên cơ quan ban hành",
    "du_thao": "Tên dự thảo nghị định",
    "kinh_gui": "Kính gửi",
    "phap_ly": "Cơ sở chính trị, pháp lý",
    "thuc_tien": "Cơ sở thực tiễn",
    "muc_dich": "Mục đích",
    "quan_diem": "Quan điểm xây dựng",
    "qua_trinh": "Quá trình xây dựng dự thảo",
    "bo_cuc": "Bố cục của dự thảo",
    "loai": "Loại dự thảo",
    "noi_dung": "Nội dung cơ bản",
    "nguon_luc": "Nguồn lực, điều kiện bảo đảm thi hành",
    "thoi_gian": "Thời gian trình ban hành",
    "ho_so": "Hồ sơ trình kèm theo",
    "noi_nhan": "Nơi nhận",
    "don_vi": "Lưu văn bản: Đơn vị soạn thảo",
    "hinh_thuc": "Người ký: Hình thức ký",
    "chuc_vu": "Người ký: Chức vụ của người ký",
    "ho_ten": "Người ký: Họ và tên người ký",
}


def row(n: int, **changed: str) -> dict[str, str]:
    """A good record without a number."""
    words = dict.fromkeys(COLUMNS, f"Nội dung {n}")
    fixed = {
        "ky_hieu": "TTr-BCT",
        "ngay": "05/5/2026",
        "dia_danh": "Hà Nội",
        "co_quan": "Bộ Công Thương",
        "du_thao": f"Nghị định về khuyến công số {n}",
        "loai": "ban_hanh_moi",
        "don_vi": "PC",
        "hinh_thuc": "trực tiếp",
        "chuc_vu": "Bộ trưởng",
        "ho_ten": f"Nguyễn Văn {n}",
    }
    return {**words, **fixed, "so": "", **changed}


def write_csv(path: Path, rows: Sequence[dict[str, str]]) -> Path:
    """Write records; a column that no record fills is left out."""
    used = [name for name in COLUMNS if any(item.get(name) for item in rows)]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS[name] for name in used)
        writer.writerows([item[name] for name in used] for item in rows)
    return path


def write_rows(path: Path, count: int) -> Path:
    """Write that many good records."""
    return write_csv(path, [row(n) for n in range(1, count + 1)])


def open_book() -> None:
    """Open the series at its first number."""
    register.open_series(SERIES, FIRST)


def make(records: Path, out: Path, **options: object) -> BatchResult:
    """Make a batch with numbers from the series."""
    named = ("series", "pattern", "keep_going", "day", "merge", "again")
    settings = {name: options.pop(name) for name in named if name in options}
    asked = batch.order(SET, records, out, **{"series": SERIES, **settings})
    return batch.run(asked, **options)


def contents(out: Path) -> dict[str, bytes]:
    """Every file of a batch but its journal: path → bytes."""
    files = (path for path in out.rglob("*") if path.is_file() and path.name != "nhat-ky.jsonl")
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


def states() -> list[tuple[int, str]]:
    """The numbers of the series and what became of each."""
    return [(item.number, item.state.value) for item in register.numbers(SERIES)]
