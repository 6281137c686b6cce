"""A running page: where it listens, under which path, and what lets a browser in."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kcdocs.private import is_private, read_private, write_private
from kcdocs.web import limits
from kcdocs.web.errors import NotPrivateError

HOST = "127.0.0.1"
"""Where the page listens: nothing outside this machine reaches it."""

COOKIE = "kcdocs"

_PATH = "duong.txt"


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the page.

    Attributes:
        port: The port it listens on.
        path: What every address begins with, with a slash before and none behind; the same in every run of a
            user, and unguessable: a cookie ignores ports, so it is tied to this path.
        instance: What this run answers to those who ask whether it still runs.
        secret: What keys are made with, as hexadecimal digits; a second start reads it from a private file.
        cookie: What a browser that was let in shows from then on.
    """

    port: int
    path: str
    instance: str = field(default_factory=lambda: secrets.token_hex(8))
    secret: str = field(default_factory=lambda: secrets.token_hex(32))
    cookie: str = field(default_factory=lambda: secrets.token_hex(32))

    @property
    def origin(self) -> str:
        """What a browser calls this page's own pages."""
        return f"http://{HOST}:{self.port}"

    @property
    def home(self) -> str:
        """The address of the first page."""
        return f"{self.origin}{self.path}/"

    def entrance(self) -> str:
        """An address that lets one browser in, once, soon."""
        return f"{self.home}vao?khoa={_key(self.secret, int(time.time()), secrets.token_hex(8))}"


class Keys:
    """The keys that were used already; each is good once and for a minute."""

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._used: dict[str, int] = {}

    def accepts(self, key: str) -> bool:
        """Whether a key is true, young and new; from then on it is used."""
        day, _, rest = key.partition("-")
        nonce = rest.partition("-")[0]
        if not (day.isascii() and day.isdigit() and len(day) < 12):
            return False
        made, now = int(day), int(time.time())
        good = hmac.compare_digest(key.encode(), _key(self._secret, made, nonce).encode())
        if not good or not 0 <= now - made <= limits.KEY_LIFE or key in self._used:
            return False
        self._used = {old: when for old, when in self._used.items() if now - when <= limits.KEY_LIFE}
        self._used[key] = made
        return True


def _key(secret: str, made: int, nonce: str) -> str:
    said = f"{made}-{nonce}"
    return f"{said}-{hmac.new(bytes.fromhex(secret), said.encode(), hashlib.sha256).hexdigest()}"


def private_folder(folder: Path) -> Path:
    """The folder of the page, made if absent, closed to all others.

    Raises:
        NotPrivateError: If it is a link, or others may look into it.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not is_private(folder):
        raise NotPrivateError(str(folder))
    return folder


def path_of_user(folder: Path) -> str:
    """The path that every address of this user's page begins with; made once, so that bookmarks live on."""
    file = folder / _PATH
    kept = (read_private(file) or b"").decode("ascii", "replace").strip()
    if len(kept) == 16 and all(letter in "0123456789abcdef" for letter in kept):
        return f"/{kept}"
    made = secrets.token_hex(8)
    write_private(file, made.encode())
    return f"/{made}"


def keep_path(folder: Path, session: Session) -> None:
    """Let the next run begin with the same path: another folder has taken the place of that which held it."""
    write_private(folder / _PATH, session.path.removeprefix("/").encode())


def remember(folder: Path, session: Session) -> None:
    """Leave word of a running page for the next start."""
    write_private(folder / "chay.json", json.dumps(asdict(session)).encode())


def remembered(folder: Path) -> Session | None:
    """The page that the last start left word of; it may no longer run."""
    try:
        return Session(**json.loads(read_private(folder / "chay.json") or b"null"))
    except (ValueError, TypeError):
        return None


def forget(folder: Path, session: Session) -> None:
    """Take the word of a page away, if it is still its own."""
    found = remembered(folder)
    if found and found.instance == session.instance:
        (folder / "chay.json").unlink(missing_ok=True)
