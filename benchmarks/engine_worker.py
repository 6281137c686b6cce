"""One measured process: KIND TEMPLATE RECORDS OUT COUNT; writes one file for each record."""

# ruff: noqa: PLC0415 - each kind loads only what it needs

from __future__ import annotations

import json
import marshal
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Write = Callable[[dict[str, Any], Path], None]


def replace(path: Path, data: bytes) -> None:
    """Write a file so that it is never seen half-written."""
    temporary = f"{path}.tmp"
    with open(temporary, "wb", buffering=0) as out:  # noqa: PTH123 - what is measured is not pathlib
        out.write(data)
    os.replace(temporary, path)  # noqa: PTH105 - the same


def kcdocs(template: Path) -> Write:
    from kcdocs.engine.cache import cached_from
    from kcdocs.engine.fill import fill

    data = template.read_bytes()
    compiled = cached_from([data], lambda: data, name=template.name, folder=template.parent / "cache")
    about = {"kcdocs.set": "do@1.0.0", "kcdocs.template": compiled.hash}
    return lambda record, path: replace(path, fill(compiled, record, properties=about))


def kcdocs_picture(template: Path) -> Write:
    from kcdocs.engine.objects import InlineImage

    return _with(kcdocs(template), "anh", InlineImage((template.parent / "anh.png").read_bytes()))


def kcdocs_subdocument(template: Path) -> Write:
    from kcdocs.engine.objects import Subdoc

    return _with(kcdocs(template), "tai_lieu", Subdoc((template.parent / "phu-luc.docx").read_bytes()))


def _with(write: Write, name: str, value: object) -> Write:
    return lambda record, path: write({**record, name: value}, path)


def docxtpl(template: Path) -> Write:
    from docxtpl import DocxTemplate, InlineImage

    def write(record: dict[str, Any], path: Path) -> None:
        one = DocxTemplate(template)
        if "picture" in sys.argv[1]:
            record = {**record, "anh": InlineImage(one, str(template.parent / "anh.png"))}
        if "subdocument" in sys.argv[1]:
            record = {**record, "tai_lieu": one.new_subdoc(template.parent / "phu-luc.docx")}
        one.render(record, autoescape=True)
        one.save(path)

    return write


def floor(template: Path) -> Write:
    """Jinja's own compiled code, the same packing, checks and hashes, nothing else."""
    from hashlib import sha256

    from jinja2 import Environment, StrictUndefined, Template

    from kcdocs.text.wellformed import refuse_malformed
    from kcdocs.word.package import archive, entry

    environment = Environment(autoescape=True, undefined=StrictUndefined)
    static, dynamic = marshal.loads(template.with_suffix(".floor").read_bytes())
    entries = [entry(name, data) for name, data in static]
    parts = [
        (name, Template.from_code(environment, code, environment.make_globals(None)))
        for name, code in dynamic
    ]

    def write(record: dict[str, Any], path: Path) -> None:
        made = []
        for name, one in parts:
            data = one.render(record).encode()
            refuse_malformed(data)
            sha256(data).hexdigest()
            made.append(entry(name, data))
        replace(path, archive((*entries, *made)))

    return write


def prepare_floor(template: Path) -> None:
    """Compile the template for `floor`, as docxtpl would read it."""
    from docxtpl import DocxTemplate
    from jinja2 import Environment, StrictUndefined
    from lxml import etree

    from kcdocs.word.package import open_package

    environment = Environment(autoescape=True, undefined=StrictUndefined)
    static, dynamic = [], []
    for name, data in open_package(template).parts.items():
        if b"{{" not in data:
            static.append((name, data))
            continue
        source = DocxTemplate("").patch_xml(etree.tostring(etree.fromstring(data), encoding="unicode"))
        dynamic.append((name, environment.compile(source, name, name)))
    template.with_suffix(".floor").write_bytes(marshal.dumps((static, dynamic)))


def calibration() -> None:
    """A fixed piece of work, so that figures of different days and machines can be compared."""
    import zlib
    from hashlib import sha256

    text = "".join(f"Điều {n}. Nội dung của điều này;" for n in range(20_000)).encode()
    for _ in range(12):
        sha256(zlib.compress(text, 6)).hexdigest()
        json.loads(json.dumps([{"a": n, "b": str(n)} for n in range(20_000)]))


def _taken(path: Path, count: int) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for _ in range(count):
            yield json.loads(next(lines))


def main() -> None:
    kind, template, records, out, count = sys.argv[1:6]
    if kind == "calibration":
        calibration()
        return
    if kind == "prepare":
        prepare_floor(Path(template))
        return
    makers = {
        "kcdocs": kcdocs,
        "kcdocs-picture": kcdocs_picture,
        "kcdocs-subdocument": kcdocs_subdocument,
        "docxtpl": docxtpl,
        "docxtpl-picture": docxtpl,
        "docxtpl-subdocument": docxtpl,
        "floor": floor,
    }
    write = makers[kind](Path(template))
    for index, record in enumerate(_taken(Path(records), int(count))):
        write(record, Path(out) / f"{index}.docx")


if __name__ == "__main__":
    main()
