"""LibreOffice cut off from the world: no link is followed, no macro runs, and no network is there to reach.

A document may name pictures and texts at any address. Fetching them would tell a stranger who reads it and
when, send the user's login to the server that a link names (on Windows), and put into a text what its author
never wrote. The profile forbids it to LibreOffice; where Linux lets us, the program has no network besides.
"""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
from pathlib import Path

_NOWHERE, _DISCARD = "127.0.0.1", "9"
_OFFICE, _INET = "/org.openoffice.Office.", "/org.openoffice.Inet/Settings"
_SETTINGS = (
    (f"{_OFFICE}Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    (f"{_OFFICE}Common/Security/Scripting", "DisableMacrosExecution", "true"),
    (f"{_OFFICE}Common/Security/Scripting", "MacroSecurityLevel", "3"),
    (f"{_OFFICE}Writer/Content/Update", "Link", "0"),  # never
    (f"{_OFFICE}Calc/Content/Update", "Link", "2"),  # never
    (_INET, "ooInetProxyType", "2"),  # by hand: what asks for an address all the same asks a closed door
    (_INET, "ooInetHTTPProxyName", _NOWHERE),
    (_INET, "ooInetHTTPProxyPort", _DISCARD),
    (_INET, "ooInetHTTPSProxyName", _NOWHERE),
    (_INET, "ooInetHTTPSProxyPort", _DISCARD),
    (_INET, "ooInetNoProxy", ""),
)
_ITEM = '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)


def write_profile(folder: Path) -> None:
    """Make a profile for one run of LibreOffice that follows no link.

    Args:
        folder: Where; it is made.
    """
    user = folder / "user"
    user.mkdir(parents=True)
    items = "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    (user / "registrymodifications.xcu").write_text(f"{_HEAD}{items}</oor:items>\n", encoding="utf-8")


@functools.cache
def without_network() -> tuple[str, ...]:
    """The words before a command that give it an empty network of its own; none where that cannot be."""
    program = shutil.which("unshare") if sys.platform == "linux" else None
    if program is None:
        return ()
    words = (program, "--map-root-user", "--net", "--")
    tried = subprocess.run([*words, "true"], check=False, capture_output=True, timeout=10)
    return words if tried.returncode == 0 else ()
