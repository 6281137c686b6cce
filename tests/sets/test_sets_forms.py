"""The Word files of the shipped sets are those that the developers' tool makes of their parts."""

from __future__ import annotations

from tools.forms.files import files


def test_the_templates_that_are_open_are_what_the_tool_writes() -> None:
    assert [path.name for path, data in files() if path.read_bytes() != data] == []
