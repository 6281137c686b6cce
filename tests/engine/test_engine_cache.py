"""Templates compiled once: what the cache keeps, and what it does not take."""

from __future__ import annotations

import marshal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from output_material import of_lines, saved

from kcdocs.engine.cache import cached_from
from kcdocs.engine.compile import compile_template
from kcdocs.engine.errors import KcdocsError
from kcdocs.engine.fill import fill
from kcdocs.engine.objects import Listing
from kcdocs.engine.template import Template


def cached(data: bytes, name: str = "", folder: Path | None = None) -> Template:
    """The template of one file, by the cache."""
    return cached_from([data], lambda: data, name=name, folder=folder)


def test_the_cache_gives_the_same_document_and_survives_damage(tmp_path):
    data = saved(of_lines("{{ x }} {{ y }}"))
    values = {"x": "một", "y": Listing("hai")}
    expected = fill(compile_template(data, name="mau.docx"), values)

    assert fill(cached(data, name="mau.docx", folder=tmp_path), values) == expected
    (kept,) = tmp_path.iterdir()
    again = cached(data, name="khac.docx", folder=tmp_path)
    assert fill(again, values) == expected
    with pytest.raises(KcdocsError) as caught:
        fill(again, {"x": "a"})
    assert caught.value.place.file == "khac.docx"
    kept.write_bytes(kept.read_bytes()[:-1] + b"\0")
    assert fill(cached(data, folder=tmp_path), values) == expected
    for payload in (marshal.dumps(5), marshal.dumps((1, 2, 3, 4, 5)), b"junk", b""):
        kept.write_bytes(sha256(payload).digest() + payload)
        assert fill(cached(data, folder=tmp_path), values) == expected
    kept.write_bytes(b"")
    assert fill(cached(data, folder=tmp_path), values) == expected


def test_code_is_not_taken_from_a_folder_that_others_can_open_nor_from_the_data_folder(tmp_path, data_folder):
    data = saved(of_lines("{{ x }}"))
    shared = tmp_path / "chung"
    fill(cached(data, folder=shared), {"x": "a"})
    (kept,) = shared.iterdir()
    evil = compile("raise SystemExit('poisoned')", "<evil>", "exec")
    frozen = list(marshal.loads(kept.read_bytes()[32:]))
    frozen[3] = [(part[0], evil, *part[2:]) for part in frozen[3]]
    payload = marshal.dumps(tuple(frozen))
    kept.write_bytes(sha256(payload).digest() + payload)
    with pytest.raises(SystemExit):
        cached(data, folder=shared)
    shared.chmod(0o777)

    assert cached(data, folder=shared).parts
    cached(data)
    assert not data_folder.exists()


def test_a_template_put_together_from_files_is_put_together_once(tmp_path):
    data, made = saved(of_lines("{{ x }}")), []

    def make():
        made.append(1)
        return data

    for sources in ([b"a", b"bc"], [b"a", b"bc"], [b"ab", b"c"]):
        assert cached_from(sources, make, folder=tmp_path).hash == sha256(data).hexdigest()

    assert len(made) == 2


def test_a_filled_document_needs_no_library_of_words(tmp_path):
    (tmp_path / "mau.docx").write_bytes(saved(of_lines("{{ x }}")))
    script = (
        "import sys; from pathlib import Path; from kcdocs.engine.cache import cached_from;"
        "from kcdocs.engine.fill import fill; folder = Path(sys.argv[1]);"
        "fill(cached_from([b'mau'], (folder / 'mau.docx').read_bytes, folder=folder), {'x': 'a'});"
        "print(sorted({'docx', 'docxtpl', 'lxml', 'docxcompose', 'click'} & set(sys.modules)))"
    )
    words = [sys.executable, "-c", script, str(tmp_path)]
    root = Path(__file__).parents[2]
    cold, warm = (
        subprocess.run(words, cwd=root, capture_output=True, text=True, check=True).stdout for _ in range(2)
    )

    assert "docxtpl" in cold
    assert warm.strip() == "[]"
