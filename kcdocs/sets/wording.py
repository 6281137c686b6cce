"""How a template's own words spell the names of its fields, marks of tone included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcdocs.text.normalise import bare
from kcdocs.word.package import open_package, part_titles
from kcdocs.word.read import passages

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_TAG = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_WORDS = re.compile(r"[^\W\d_]+")


def phrases(template: bytes, names: Collection[str]) -> dict[str, str]:
    """The words that a template's text has for the names of fields.

    A name of one word is left out: without its marks it could be several.

    Args:
        template: A DOCX file.
        names: Names of fields ("kinh_phi").

    Returns:
        Name → the words, if the text has them and always spells them the same ("kinh_phi" → "Kinh phí").
    """
    wanted = {tuple(name.split("_")): name for name in names if "_" in name}
    found: dict[str, set[str]] = {}
    for words in _runs(template) if wanted else ():
        plain = [bare(word) for word in words]
        for size in {len(key) for key in wanted}:
            for start in range(len(words) - size + 1):
                if name := wanted.get(tuple(plain[start : start + size])):
                    found.setdefault(name, set()).add(" ".join(words[start : start + size]).lower())
    return {name: next(iter(said)).capitalize() for name, said in found.items() if len(said) == 1}


def _runs(template: bytes) -> Iterator[list[str]]:
    """The words of each stretch of text that no tag and no mark of the sentence breaks."""
    package = open_package(template)
    for part, title in part_titles(package).items():
        if part != title:
            for passage in passages(package, part):
                for stretch in re.split(r"[.,;:()/]", _TAG.sub(";", passage.text)):
                    yield _WORDS.findall(stretch)
