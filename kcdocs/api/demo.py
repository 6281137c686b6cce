"""A first look: both main jobs, run on examples that come with the product."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kcdocs import settings
from kcdocs.api.compare import compare_files
from kcdocs.api.generate import generate

_MODEL = "mo-phong-lang-nghe"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the demonstration made.

    Attributes:
        submission: The submission in Word form.
        page: The comparison page.
        changed: How many provisions the replacing draft changes.
    """

    submission: Path
    page: Path
    changed: int


def demo(out: Path, *, force: bool = False) -> Shown:
    """Make the example submission, and compare the model decree with its replacing draft.

    Args:
        out: The folder to write to; made if absent.
        force: Whether other files of the same names may be replaced.
    """
    example = settings.shipped("templates") / "to-trinh" / "1.0.0" / "example.yaml"
    produced = generate("to-trinh", example, out, force=force)
    model = settings.shipped("decrees") / _MODEL
    page = out / "so-sanh-lang-nghe.html"
    comparison = compare_files(str(model / "van-ban.txt"), str(model / "du-thao-thay-the.txt"), "html", page)
    return Shown(produced[0].path, page, sum(bool(row.changes) for row in comparison.rows))
