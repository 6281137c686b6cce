"""What the public face takes and returns, as a checker of types sees it; `make check` checks this file, nothing runs it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from os import PathLike
from pathlib import Path
from typing import assert_type

from kcdocs import api
from kcdocs.api import (
    amend,
    amend_write,
    batch,
    check_template,
    cite,
    compare,
    decrees,
    demo,
    generate,
    reading,
    register,
    show,
    templates,
    verify,
)


def named(text: str, path: Path, other: PathLike[str]) -> None:
    """A file may be named in any way."""
    for name in (text, path, other):
        assert_type(compare.compare(name, name, affected=[name], fixes=name), api.Comparison)
        assert_type(show.show(name), api.ShownText)
        assert_type(reading.open_text(name), api.Instrument)
        assert_type(amend.read(name), api.Amendment)
        assert_type(amend.apply(name, name), api.AppliedAmendment)
        assert_type(amend.check(name, name), api.Examined)
        assert_type(amend.prove(name, name, name), api.Proof)
        assert_type(amend_write.plan(name, name), api.Drafted)
        assert_type(decrees.add(name), api.Added)
        assert_type(decrees.outline(name).toml, str)
        assert_type(generate.generate("to-trinh", name, name), tuple[api.Produced, ...])
        assert_type(verify.verify(name, name), api.Verification)
        assert_type(batch.order("to-trinh", name, name, merge=name), api.Order)
        assert_type(batch.verify(name), api.BatchProof)
        assert_type(check_template.check_file(name, name), api.Report)
        assert_type(templates.write_form("to-trinh", name), Path)
        assert_type(templates.start_set("mau", name, "Mẫu", date(2026, 1, 5)), api.Begun)
        assert_type(register.export(name), Path)
        assert_type(register.take_in(name), Mapping[api.Series, Sequence[api.Number]])
        assert_type(demo.demo(name), api.Demonstration)


def compared(found: api.Comparison, chain: api.Chain) -> None:
    """What a comparison holds."""
    assert_type(found.rows[0].changes, tuple[api.ChangeClass, ...])
    assert_type(found.rows[0].address, api.Address)
    assert_type(found.findings, tuple[api.Finding, ...])
    assert_type(found.findings[0].place, api.Place)
    assert_type(compare.render(chain, api.Format.HTML), str | bytes)
    assert_type(compare.selection(["noi-dung"], ["5a"]), api.Selection)


def batched(asked: api.Order) -> None:
    """What a batch tells."""
    assert_type(batch.dry_run(asked), tuple[api.BatchPlan, Iterator[api.PlannedDocument]])
    assert_type(batch.run(asked), api.BatchResult)


def cited(day: date) -> None:
    """What a citation holds."""
    bases = cite.cite(["45/2012/NĐ-CP"], day=day, document=api.DocumentClass.LEGAL)
    assert_type(bases, api.CitedBases)
    assert_type(bases.lines, tuple[str, ...])


def failed(error: api.KcdocsError) -> None:
    """What an error tells."""
    assert_type(error.code, str)
    assert_type(error.exit_code, api.ExitCode)


compare.compare(1, 2)  # type: ignore[arg-type]
api.Comparision  # type: ignore[attr-defined]  # noqa: B018 - a name that is none is told
