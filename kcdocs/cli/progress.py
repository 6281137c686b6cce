"""Progress on stderr: a bar on a terminal, a line now and then elsewhere, JSON events where asked for."""

from __future__ import annotations

import json
import sys
import time

from kcdocs.cli import limits

STEPS = {
    "them": "Thêm vào kho",
    "chi-muc": "Lập chỉ mục của kho",
    "kiem-tra": "Kiểm tra dữ liệu",
    "lap": "Lập văn bản",
    "pdf": "Chuyển sang PDF",
    "nen": "Nén",
    "gop": "Gộp",
    "doi-chieu": "Đối chiếu",
    "nhan-dang": "Nhận dạng chữ trang quét",
}
"""Step → how it is told."""


class Progress:
    """Tells how far a long piece of work has come.

    Args:
        form: "auto" for a bar or lines, "json" for one JSON event a line, "none" for nothing.
    """

    def __init__(self, form: str) -> None:
        self._form = "bar" if form == "auto" and sys.stderr.isatty() else form
        self._step, self._begun, self._told, self._line = "", 0.0, 0.0, 0
        self._seen = self._shown = (0, 0)

    def __call__(self, step: str, done: int, total: int) -> None:
        """Tell that a step has come so far; a total of 0 is not known."""
        if not total and done < limits.MANY:
            return
        now = time.monotonic()
        if step != self._step:
            self.close()
            self._step, self._begun, self._told, self._line = step, now, 0.0, 0
        self._seen = (done, total)
        last = bool(total) and done == total
        match self._form:
            case "bar" if last or now - self._told >= limits.PAUSE:
                self._bar(done, total, now)
            case "json" if last or now - self._told >= limits.BEAT:
                self._event(done, total, now)
            case "auto" if last or done // limits.EVERY > self._line:
                self._line = done // limits.EVERY
                self._say(f"{STEPS[step]}: {self._words(done, total, now)}")

    def close(self) -> None:
        """Leave the line of the bar, with how far the step came."""
        if self._form == "bar" and self._told:
            if self._shown != self._seen:
                self._bar(*self._seen, time.monotonic())
            self._write("\n")
            self._told = 0.0

    def _bar(self, done: int, total: int, now: float) -> None:
        self._told, self._shown = now, (done, total)
        filled = limits.BAR * done // total if total else 0
        bar = f"[{'#' * filled}{'.' * (limits.BAR - filled)}] " if total else ""
        self._write(f"\r{STEPS[self._step]}: {bar}{self._words(done, total, now)}\x1b[K")

    def _event(self, done: int, total: int, now: float) -> None:
        self._told = now
        seconds = round(now - self._begun, 1)
        self._say(json.dumps({"step": self._step, "done": done, "total": total, "seconds": seconds}))

    def _words(self, done: int, total: int, now: float) -> str:
        taken = now - self._begun
        rate = done / taken if taken >= limits.BEAT else 0  # of less than a second a rate says nothing
        words = f"{done}/{total}" if total else f"{done}"
        words += f", {rate:.0f} văn bản/giây" if rate >= 1 else ""
        return words + (f", còn {_span((total - done) / rate)}" if rate and total > done else "")

    def _say(self, text: str) -> None:
        self._write(text + "\n")

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} phút {rest} giây" if minutes else f"{rest} giây"
