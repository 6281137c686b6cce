"""How fast a text is read into its tree, references included, and whether time grows in line with its length.

Run: python benchmarks/parse.py [--rounds N]
Each measurement is a process of its own; the median of its processor time counts. The time of a fixed loop
stands beside it, to tell a slow machine from a slow parser. Exits with 1 if a limit is broken.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from _figures import Figure, keep

ROOT = Path(__file__).parents[1]
SMALL, LARGE = 6_000, 300_000
MAX_SECONDS, MAX_MEMORY, MAX_RATIO = 1.5, 200.0, 1.3
_SENTENCES = (
    "Ủy ban nhân dân cấp tỉnh bố trí kinh phí hỗ trợ các cơ sở làng nghề theo kế hoạch được duyệt hằng năm",
    "Đơn vị thụ hưởng nộp hồ sơ trước ngày 15 tháng 6 và chịu trách nhiệm về số liệu trong hồ sơ đã nộp",
    "Việc thẩm định thực hiện theo quy định tại khoản 1 Điều {before} Nghị định này và luật về ngân sách",
    "Trường hợp quy định tại các điểm a, b khoản 2 và khoản 3 Điều này thì thời hạn là 10 ngày",
    "Mức hỗ trợ không quá mức nêu tại Nghị định số 12/2020/NĐ-CP ngày 03 tháng 02 năm 2020 của Chính phủ",
    "Cơ quan quản lý kiểm tra, nghiệm thu từng nội dung và lưu giữ biên bản trong ít nhất năm năm",
)


def text(words: int) -> str:
    """A decree of that many words: chapters, articles, clauses, points and references."""
    rows: list[str] = []
    count = article = 0
    while count < words:
        if article % 12 == 0:
            rows += [f"Chương {'I' * (1 + article // 12 % 3)}", "QUY ĐỊNH VỀ HỖ TRỢ"]
        article += 1
        added = [f"Điều {article}. Nội dung hỗ trợ thứ {article}"]
        for clause in range(1, 5):
            sentence = _SENTENCES[(article + clause) % 6].format(before=max(1, article - 3))
            added.append(f"{clause}. {sentence}{':' if clause == 2 else '.'}")
            if clause == 2:
                added += [f"{letter}) {_SENTENCES[(article + n) % 2]};" for n, letter in enumerate("abcdđ")]
        rows += added
        count += sum(len(row.split()) for row in added)
    return "\n".join(rows)


def once(words: int) -> None:
    """Read a text of that many words and print words and seconds."""
    from kcdocs.parse.instrument import parse  # noqa: PLC0415 - only the measured process loads it
    from kcdocs.parse.plain import reading  # noqa: PLC0415 - the same

    source = text(words)
    parse(reading(text(200)))
    begin = time.process_time()
    instrument = parse(reading(source))
    seconds = time.process_time() - begin
    references = sum(len(node.references) for node in instrument.walk())
    print(len(source.split()), seconds, references)


def calibration() -> float:
    """Seconds of a fixed loop, the same on every run."""
    begin = time.process_time()
    total = 0
    for number in range(5_000_000):
        total += number & 7
    return time.process_time() - begin


def measured(words: int, rounds: int) -> tuple[int, float, float, int]:
    """Words, median seconds, peak memory in MB and references of several processes."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    runs = []
    for _ in range(rounds):
        command = [sys.executable, __file__, "--once", str(words)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        assert process.stdout is not None
        said = process.stdout.read().split()
        _, _, usage = os.wait4(process.pid, 0)
        runs.append((int(said[0]), float(said[1]), usage.ru_maxrss / 1024, int(said[2])))
    seconds = statistics.median(run[1] for run in runs)
    return runs[0][0], seconds, max(run[2] for run in runs), runs[0][3]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--once", type=int)
    arguments = parser.parse_args()
    if arguments.once:
        once(arguments.once)
        return 0
    print(f"fixed loop of 5,000,000 additions: {calibration():.2f} s")
    rates = []
    for words in (SMALL, LARGE):
        count, seconds, memory, references = measured(words, arguments.rounds)
        rates.append(seconds / count)
        print(f"{count:>8} words {references:>6} references {seconds:7.3f} s {memory:6.0f} MB")
    ratio = rates[1] / rates[0]
    print(f"time per word, large to small: {ratio:.2f} (limit {MAX_RATIO})")
    print(f"limits for {LARGE} words: {MAX_SECONDS} s, {MAX_MEMORY:.0f} MB")
    figures = [
        Figure(f"{count:,} words read into their tree", seconds, "s", MAX_SECONDS),
        Figure("its peak memory", memory, "MB", MAX_MEMORY),
        Figure(f"time for a word, over that of {SMALL:,} words", ratio, "times", MAX_RATIO),
    ]
    keep("parse", [], calibration(), figures)
    return int(seconds > MAX_SECONDS or memory > MAX_MEMORY or ratio > MAX_RATIO)


if __name__ == "__main__":
    raise SystemExit(main())
