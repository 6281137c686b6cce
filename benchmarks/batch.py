"""How fast batches are: whole `kcdocs batch` processes, checks and manifest included, beside docxtpl.

What was made is deleted at the end only: ext4 is slow in giving out anew what was freed minutes ago, so one
run would pay for the deletion of another. For the same reason wait some minutes between two measurements.

Run: python benchmarks/batch.py [--quick] [--rounds N] [--jobs N]; with --held only what a plan holds of a row
"""

from __future__ import annotations

import argparse
import csv
import json
import multiprocessing
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import docx
from _figures import Bar, Chart, keep
from engine import Run, measure
from startup import calibration

from kcdocs.sheet.write import Column, Table, workbook

ROOT = Path(__file__).parents[1]
RIVAL = 300
"""Rows that docxtpl is measured on; its time a document does not depend on how many there are."""

HELD = (20_000, 120_000)
"""Rows of the two plans whose difference tells what each row holds."""

FIELDS = {
    "ky_hieu": "Ký hiệu",
    "ngay": "Ngày văn bản",
    "noi_ky": "Địa danh",
    "chu_quan_do": "Cơ quan",
    "trich_yeu": "Trích yếu",
    "ben_de_nghi": "Đề nghị của",
    "don_vi": "Đơn vị thụ hưởng",
    "dia_chi": "Địa chỉ",
    "nhiem_vu": "Nhiệm vụ",
    "kinh_phi": "Kinh phí",
    "bang_chu": "Bằng chữ",
    "nguon": "Nguồn",
    "bat_dau": "Bắt đầu",
    "ket_thuc": "Kết thúc",
    "thuc_hien": "Đơn vị thực hiện",
    "noi_dung": "Nội dung",
    "cac_noi": "Nơi nhận",
    "chuc_vu": "Chức vụ",
    "ho_ten": "Họ và tên",
}
LISTS = ("noi_dung", "cac_noi")

_DOCXTPL = """
import csv, sys
from docxtpl import DocxTemplate
with open(sys.argv[2], encoding="utf-8-sig", newline="") as file:
    names = sys.argv[4].split(",")
    rows = csv.reader(file)
    next(rows)
    for number, cells in enumerate(rows, 1):
        if number > int(sys.argv[5]):
            break
        record = {"so": str(number), **dict(zip(names, cells))}
        record |= {name: record[name].split("\\n") for name in ("noi_dung", "cac_noi")}
        template = DocxTemplate(sys.argv[1])
        template.render(record, autoescape=True)
        template.save(f"{sys.argv[3]}/{number}.docx")
"""


def row(n: int) -> list[str]:
    """The cells of a record."""
    told = {
        "ky_hieu": "QĐ-BCT",
        "ngay": "05/5/2026",
        "noi_ky": ("Hà Nội", "Huế", "Cần Thơ")[n % 3],
        "chu_quan_do": "Bộ Công Thương",
        "noi_dung": "\n".join(
            f"Nội dung {part} của đề án số {n}, gồm máy móc và chuyển giao." for part in range(6)
        ),
        "cac_noi": "Như Điều 3\nỦy ban nhân dân tỉnh\nSở Công Thương\nLưu: VT",
    }
    return [told.get(name, f"{title} của đề án khuyến công số {n}") for name, title in FIELDS.items()]


def write_set(folder: Path) -> Path:
    """A set with a two-page decision in python-docx's own package; gives the Word file."""
    version = folder / "quyet-dinh-do" / "1.0.0"
    version.mkdir(parents=True)
    document = docx.Document()
    for words in ("{{ chu_quan_do }}", "Số: {{ so }}/{{ ky_hieu }}", "QUYẾT ĐỊNH", "{{ trich_yeu }}"):
        document.add_paragraph(words)
    for number in range(12):
        document.add_paragraph(
            f"Điều {number + 1}. "
            "Giao {{ don_vi }} tại {{ dia_chi }} thực hiện {{ nhiem_vu }} từ {{ bat_dau }} "
            "đến {{ ket_thuc }}, kinh phí {{ kinh_phi }} ({{ bang_chu }}), nguồn {{ nguon }}, "
            "theo đề nghị của {{ ben_de_nghi }}."
        )
    for name in LISTS:
        for words in (f"{{%p for dong in {name} %}}", "- {{ dong }};", "{%p endfor %}"):
            document.add_paragraph(words)
    document.add_paragraph("{{ noi_ky }}; {{ thuc_hien }}; {{ chuc_vu }}; {{ ho_ten }}")
    document.save(str(version / "quyet-dinh.docx"))
    properties: dict[str, object] = {"so": {"type": "string", "title": "Số", "pattern": "^[0-9]{1,6}$"}}
    for name, title in FIELDS.items():
        text = {"type": "string", "title": title, "minLength": 1}
        properties[name] = (
            {"type": "array", "title": title, "items": {"type": "string"}} if name in LISTS else text
        )
    properties["ngay"] = {"type": "string", "format": "ngay", "title": FIELDS["ngay"]}
    schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": list(properties),
    }
    (version / "schema.json").write_text(json.dumps(schema, ensure_ascii=False), "utf-8")
    (version / "set.toml").write_text(
        'title = "Quyết định đo"\ntype = "Quyết định"\nform = "hanh_chinh"\neffective_from = 2020-01-01\n'
        'source = "mẫu để đo"\noutput = "quyet-dinh-{so}"\n',
        "utf-8",
    )
    return version / "quyet-dinh.docx"


def write_csv(path: Path, count: int) -> None:
    """Write that many rows as CSV."""
    rows: Iterator[list[str]] = (row(n) for n in range(1, count + 1))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([list(FIELDS.values()), *rows])


def write_data(folder: Path, count: int) -> None:
    """Write the same rows as CSV and XLSX."""
    write_csv(folder / f"{count}.csv", count)
    columns = tuple(Column(title) for title in FIELDS.values())
    table = Table("Hồ sơ", columns, (row(n) for n in range(1, count + 1)))
    (folder / f"{count}.xlsx").write_bytes(workbook([table]))


def kcdocs(folder: Path, records: Path, jobs: int, *extra: str) -> Run:
    """One batch into a new folder, with a register of its own."""
    work = Path(tempfile.mkdtemp(dir=folder))
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPATH": str(ROOT),
        "KCDOCS_DATA": str(work / "du-lieu"),
        "KCDOCS_TEMPLATES": str(folder / "mau"),
    }
    program = [sys.executable, str(ROOT / "cli.py")]
    subprocess.run(
        [*program, "register", "open", "QĐ-BCT/2026"], check=True, env=environment, stdout=subprocess.DEVNULL
    )
    options = [
        "--series",
        "QĐ-BCT/2026",
        "--out",
        str(work / "ra"),
        "--jobs",
        str(jobs),
        "--progress",
        "none",
        *extra,
    ]
    return measure([*program, "batch", "quyet-dinh-do", str(records), *options], environment)


_PLAN = """
import sys
from kcdocs.api import batch, register
register.open_series("QĐ-BCT/2026", 1)
found, _ = batch.dry_run(batch.order("quyet-dinh-do", sys.argv[1], "ra", series="QĐ-BCT/2026"))
print(found.count, sum(map(len, found.items.groups())))
"""


def alone(write: Callable[[Path, int], None], place: Path, count: int) -> None:
    """Write data in a process of its own: a child's peak memory counts from what its parent held."""
    writer = multiprocessing.Process(target=write, args=(place, count))
    writer.start()
    writer.join()


def held(folder: Path) -> None:
    """Print what a plan holds of each row: in memory, from two sizes, and in its temporary file."""
    found: list[tuple[int, int, int]] = []
    for count in HELD:
        alone(write_csv, folder / f"{count}.csv", count)
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "KCDOCS_DATA": str(folder / f"du-lieu-{count}"),
            "KCDOCS_TEMPLATES": str(folder / "mau"),
        }
        words = [sys.executable, "-c", _PLAN, str(folder / f"{count}.csv")]
        process = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True)
        said = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        rows, stored = map(int, said.split())
        found.append((rows, usage.ru_maxrss * 1024, stored))
    (few, low, _), (many, high, stored) = found
    memory, disk = (high - low) / (many - few), stored / many
    print(f"a row holds {memory:.0f} bytes of memory and {disk:.0f} of a temporary file")


def docxtpl(folder: Path, template: Path, records: Path) -> Run:
    """Plain docxtpl: a new template object for each record, as its manual says."""
    out = tempfile.mkdtemp(dir=folder)
    words = [sys.executable, "-c", _DOCXTPL, str(template), str(records), out, ",".join(FIELDS), str(RIVAL)]
    return measure(words, dict(os.environ))


def tell(name: str, count: int, runs: Sequence[Run]) -> Run:
    """Print the median of some runs; gives it."""
    run = Run(
        *(statistics.median(getattr(item, part) for item in runs) for part in ("wall", "cpu", "memory"))
    )
    rate, each = count / run.wall, 1000 * run.cpu / count
    print(
        f"{name:28} {count:>7} {run.wall:9.2f} s {rate:8.0f}/s {each:8.3f} ms CPU {run.memory:7.0f} MB",
        flush=True,
    )
    return run


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave 100,000 rows out")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each kind; one for 100,000 rows")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--held", action="store_true", help="only what a plan holds of each row")
    asked = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory(prefix="kcdocs-do-") as name:
        folder = Path(name)
        template = write_set(folder / "mau")
        held(folder)
        if asked.held:
            return
        sizes = (1_000, 10_000) if asked.quick else (1_000, 10_000, 100_000)
        small: dict[str, Run] = {}
        charts = []
        for count in sizes:
            alone(write_data, folder, count)
            data = {"CSV": folder / f"{count}.csv", "XLSX": folder / f"{count}.xlsx"}
            rounds = asked.rounds if count < 100_000 else 1
            runs: dict[str, list[Run]] = {kind: [] for kind in data}
            rivals: list[Run] = []
            for _ in range(rounds):
                rivals.append(docxtpl(folder, template, data["CSV"]))
                for kind, path in data.items():
                    runs[kind].append(kcdocs(folder, path, asked.jobs))
            rival = tell("docxtpl, CSV", RIVAL, rivals)
            memory = {"docxtpl, CSV": rival.memory}
            each = {"docxtpl, CSV": rival.cpu / RIVAL}
            for kind in data:
                run = tell(f"kcdocs batch, {kind}", count, runs[kind])
                first = small.setdefault(kind, run)
                wall, cpu = (
                    getattr(rival, part) / RIVAL / (getattr(run, part) / count) for part in ("wall", "cpu")
                )
                flat = (run.cpu / count) / (first.cpu / sizes[0])
                print(f"{'':28} {wall:.1f} times as fast as docxtpl (CPU {cpu:.1f})", end="; ")
                print(f"CPU a document {flat:.2f} of that at {sizes[0]} rows")
                each[f"kcdocs, {kind}"] = run.cpu / count
                memory[f"kcdocs, {kind}"] = run.memory
            order = sorted(each, key=lambda who: not who.startswith("kcdocs"))
            title = f"Two-page decisions, {count:,} rows: time for a thousand"
            charts.append(Chart(title, [Bar(who, 1000 * each[who], memory[who]) for who in order]))
        keep("batch", charts, calibration())


if __name__ == "__main__":
    main()
