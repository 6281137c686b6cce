"""Files made to harm: the checker answers with findings or one sentence, never with a trace.

How long each takes is printed by `benchmarks/form_check.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from harms import HARMS

from kcdocs.api import check_form

REFUSED = {
    "ten thousand tables in one another",
    "a billion letters in entities",
    "no text",
    "no main part",
    "no list of parts",
    "an archive that swells a thousandfold",
    "an archive of many parts",
}
"""Those that no reader may go on with."""


@pytest.mark.parametrize("harm", HARMS)
def test_a_file_made_to_harm_ends_in_findings_or_a_sentence(harm: str, tmp_path: Path) -> None:
    path = tmp_path / "hai.docx"
    path.write_bytes(HARMS[harm]())
    checked = check_form.check(path)
    assert checked.read is (harm not in REFUSED)
    if checked.read:
        check_form.annotated(path)
        check_form.mended(path)
    else:
        assert [bool(finding.message) for finding in checked.findings] == [True]
