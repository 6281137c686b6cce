"""How `may-cu.zip` was made, at commit dd52a81; never make it anew with a newer version.

`python tests/data/moving/make.py FOLDER` in a checkout of that commit; FOLDER becomes the old machine's disk.
The parts of the page were kept by the page's own classes, all else by commands as a person types them.
"""

from __future__ import annotations

import asyncio
import csv
import os
import subprocess
import sys
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path

import docx

OLD = """NGHỊ ĐỊNH
Về chợ phiên vùng cao

Điều 1. Phạm vi
1. Nghị định này quy định việc cho thuê sạp ở chợ phiên.
2. Chợ đêm không thuộc phạm vi này.

Điều 2. Thời hạn
1. Ban quản lý chợ trả lời đơn thuê sạp trong 30 ngày.
2. Đơn nộp trực tiếp tại phòng trực của chợ.

Điều 3. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2014.
"""
AMENDING = """NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 901/2014/NĐ-CP về chợ phiên vùng cao

Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 901/2014/NĐ-CP
1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:
“1. Ban quản lý chợ trả lời đơn thuê sạp trong 15 ngày.”
2. Bãi bỏ khoản 2 Điều 1.

Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2018.
"""
DRAFT = OLD.replace("30 ngày", "20 ngày").replace("Chợ đêm", "Chợ đêm, chợ nổi")
CATALOGUE = """[[instrument]]
type = "Quyết định"
number = "77/2019/QĐ-UBND"
date = 2019-06-10
issuer = "Ủy ban nhân dân tỉnh Hà Giang"
title = "về sạp chợ phiên"
in_force_from = 2019-07-01
source = "bản giấy của văn phòng"
"""


def run(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "kcdocs", *words], check=True)


def template(path: Path) -> None:
    made = docx.Document()
    made.add_heading("GIẤY CHO THUÊ SẠP", 0)
    for line in (
        "Số: {{ so }}/{{ ky_hieu }}",
        "Ngày {{ ngay }}",
        "Người thuê: {{ nguoi_thue }}",
        "Sạp số: {{ sap }}",
    ):
        made.add_paragraph(line)
    made.save(str(path))


def records(path: Path, names: list[str]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["so", "ky_hieu", "ngay", "nguoi_thue", "sap"])
        rows.writerows(["", "QĐ-BQL", "10/3/2026", name, f"A{n}"] for n, name in enumerate(names, 1))


def half_a_batch(data: str, out: str) -> None:
    """A batch whose process ends, as by a power cut, when two documents were written."""
    from kcdocs.api import batch
    from kcdocs.batch.journal import Journal

    write = Journal.write

    def cut_off(self: Journal, step: str, **facts: object) -> None:
        write(self, step, **facts)
        if step == "written" and facts["index"] == 1:
            self.flush()
            os._exit(9)

    Journal.write = cut_off
    batch.run(batch.order("giay-thue-sap", data, out, series="QĐ-BQL/2026"))


async def sent(words: str) -> AsyncIterator[bytes]:
    yield words.encode()


def page(data: Path) -> None:
    """What the page keeps: two dropped files, their comparison with what was said of it, a draft, a batch."""
    from kcdocs.api import forms
    from kcdocs.web.batches import Batches
    from kcdocs.web.comparing import Comparisons
    from kcdocs.web.desk import Desk
    from kcdocs.web.drafts import Drafts
    from kcdocs.web.jobs import Jobs
    from kcdocs.web.session import path_of_user, private_folder

    folder = private_folder(data / "web")
    path_of_user(folder)
    desk = Desk(folder)
    drafts = Drafts(folder)
    dropped = asyncio.run(desk.keep("Dự thảo lần 2.txt", sent(DRAFT)))
    asked = desk.compare("901/2014/NĐ-CP", [dropped.key], stored=True)
    comparisons = Comparisons(desk)
    comparisons.show(asked)
    rows, _ = comparisons.explained(asked)
    for row, words in zip(rows, ("Thêm chợ nổi theo ý kiến Cần Thơ.", "Rút ngắn còn 20 ngày."), strict=True):
        assert comparisons.explain(asked, row.explanation.key, words)
    drafts.begin("giay-thue-sap", "Giấy cho thuê sạp", {"nguoi_thue": "Vàng Thị Mỷ", "sap": "B7"})
    (fit, *_) = forms.sets_for(Path("nhom-ba.csv"))
    batches = Batches(folder, Jobs())
    batches.begin(fit, Path("nhom-ba.csv"))


def main(home: Path) -> None:
    data = home / "du-lieu"
    home.mkdir(parents=True)
    os.chdir(home)
    os.environ |= {"KCDOCS_DATA": str(data), "XDG_CACHE_HOME": str(home / "dem")}
    for name, text in (("cho.txt", OLD), ("sua-cho.txt", AMENDING)):
        Path(name).write_text(text, encoding="utf-8")
    run("decrees", "add", "cho.txt", "--as", "901/2014/NĐ-CP")
    run("decrees", "add", "sua-cho.txt", "--as", "902/2018/NĐ-CP")
    (data / "catalogue.toml").write_text(CATALOGUE, encoding="utf-8")
    template(Path("mau.docx"))
    run("templates", "new", "giay-thue-sap", "--from", "mau.docx", "--title", "Giấy cho thuê sạp")
    run("templates", "release", "giay-thue-sap@1.0.0")
    run("register", "open", "QĐ-BQL/2026", "--next", "41")
    run("register", "open", "TTr-BQL/2025", "--next", "7")
    run("register", "reserve", "TTr-BQL/2025", "--count", "3", "--for", "Phòng Chợ")
    run("register", "release", "TTr-BQL/2025", "8", "--reason", "rút hồ sơ")
    records(Path("nhom-mot.csv"), ["Lò Văn Páo", "Giàng Thị Sua", "Tẩn A Chiến"])
    run("batch", "giay-thue-sap", "nhom-mot.csv", "--out", "dot-xong", "--series", "QĐ-BQL/2026")
    run("register", "void", "QĐ-BQL/2026", "42", "--reason", "ghi nhầm sạp")
    records(Path("nhom-hai.csv"), ["Hoàng Thị Mảy", "Sùng A Dế", "Lý Thị Pà", "Thào Mí Gió"])
    child = os.fork()
    if child == 0:
        half_a_batch("nhom-hai.csv", "dot-do")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    records(Path("nhom-ba.csv"), ["Chảo Láo Tả"])
    page(data)
    with zipfile.ZipFile(home.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(home.rglob("*")):
            if path.is_file() and "dem" not in path.parts:
                packed.write(path, path.relative_to(home))


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
