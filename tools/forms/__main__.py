"""Write the shared blocks and the templates that have not been released: `python -m tools.forms`."""

from __future__ import annotations

from tools.forms.files import files

for path, data in files():
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
