"""Who is let in: each test asks as another program or another site would."""

from __future__ import annotations

import http.client
import json
import resource
import socket
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from page_runner import OLD, Served, start, stop

from kcdocs.web.session import HOST, Keys, Session


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    headers: Message


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One page for all these tests."""
    made = start(tmp_path_factory.mktemp("web") / "data")
    yield made
    stop(made)


def _ask(served: Served, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
    port = urlsplit(served.home).port
    asked = http.client.HTTPConnection(HOST, port, timeout=20)
    try:
        asked.request(
            method, path, body or None, {name.replace("_", "-"): words for name, words in headers.items()}
        )
        answer = asked.getresponse()
        return Answer(answer.status, answer.read(), answer.headers)
    finally:
        asked.close()


def _path(served: Served, rest: str = "") -> str:
    return urlsplit(served.home).path + rest


@pytest.fixture
def cookie(served: Served) -> str:
    """What a browser that was let in shows."""
    split = urlsplit(served.entrance)
    answer = _ask(served, "GET", f"{split.path}?{split.query}")
    assert answer.status == 200
    return (answer.headers.get("set-cookie") or "").partition(";")[0]


def _kept(served: Served) -> set[Path]:
    return set((served.data / "web" / "tep").glob("*"))


def _own(served: Served, cookie: str) -> dict[str, str]:
    return {"Cookie": cookie, "Origin": served.home.removesuffix(_path(served)), "X_Kcdocs": "1"}


def test_nothing_is_shown_without_the_cookie(served: Served) -> None:
    for rest in ("", "tep/0123456789abcdef", "tinh/tin.js", "gan-day"):
        answer = _ask(served, "GET", _path(served, rest))
        assert answer.status == 403
        assert answer.body.count(b"href") == 1  # the icon that is none


def test_a_key_lets_in_once(served: Served) -> None:
    split = urlsplit(served.entrance)
    first = _ask(served, "GET", f"{split.path}?{split.query}")
    assert first.status == 200
    assert _ask(served, "GET", f"{split.path}?{split.query}").status == 403
    shown = (first.headers.get("set-cookie") or "").partition(";")[0]
    assert _ask(served, "GET", _path(served), Cookie=shown).status == 200


def test_a_guessed_key_or_cookie_lets_nobody_in(served: Served) -> None:
    key = urlsplit(served.entrance).query.removeprefix("khoa=")
    for guess in (
        "",
        "1",
        key[:-1] + ("0" if key[-1] != "0" else "1"),
        key.replace("-", "--"),
        "٣-a-b",
        "9" * 400,
    ):
        assert (
            _ask(
                served,
                "GET",
                _path(served, f"vao?khoa={guess.encode().hex() if not guess.isascii() else guess}"),
            ).status
            == 403
        )
    assert _ask(served, "GET", _path(served), Cookie="kcdocs=" + "0" * 64).status == 403


def test_an_old_key_is_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(1, "/x")
    key = session.entrance().partition("khoa=")[2]
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 61)
    assert not Keys(session.secret).accepts(key)
    monkeypatch.setattr(time, "time", lambda: now + 59)
    assert Keys(session.secret).accepts(key)


def test_the_cookie_is_strict_hidden_from_scripts_and_tied_to_a_path_that_nobody_guesses(
    served: Served,
) -> None:
    split = urlsplit(served.entrance)
    said = (_ask(served, "GET", f"{split.path}?{split.query}").headers.get("set-cookie") or "").lower()
    assert "samesite=strict" in said
    assert "httponly" in said
    assert f"path={_path(served)}" in said
    assert len(_path(served)) == 18


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:8420", ""]
)
def test_a_foreign_host_is_refused_even_with_the_cookie(served: Served, cookie: str, host: str) -> None:
    assert _ask(served, "GET", _path(served), Cookie=cookie, Host=host).status in {400, 421}


def test_two_hosts_are_refused(served: Served, cookie: str) -> None:
    port = urlsplit(served.home).port or 0
    with socket.create_connection((HOST, port), timeout=20) as plain:
        lines = (
            f"GET {_path(served)} HTTP/1.1",
            f"Host: {HOST}:{port}",
            "Host: evil.example",
            f"Cookie: {cookie}",
            "",
            "",
        )
        plain.sendall("\r\n".join(lines).encode())
        assert b" 200 " not in plain.recv(200)


def test_localhost_leads_to_the_number(served: Served) -> None:
    port = urlsplit(served.home).port
    answer = _ask(served, "GET", _path(served), Host=f"localhost:{port}")
    assert answer.status == 307
    assert answer.headers.get("location") == served.home


@pytest.mark.parametrize(
    "changed",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"X_Kcdocs": ""},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Cookie": ""},
    ],
)
def test_a_write_that_another_site_could_send_is_refused(
    served: Served, cookie: str, changed: dict[str, str]
) -> None:
    headers = {name: words for name, words in (_own(served, cookie) | changed).items() if words}
    before = _kept(served)
    assert _ask(served, "PUT", _path(served, "tep?ten=a.txt"), b"x", **headers).status == 403
    assert _kept(served) == before


@pytest.mark.parametrize(
    "name",
    [
        "../../../evil.txt",
        "..\\..\\evil.txt",
        "/etc/passwd",
        "a/b.txt",
        "CON.txt",
        "x" * 400 + ".txt",
        ".txt",
        "a\x00b.txt",
        "\u202egpj.txt",
        "😀.txt",
    ],
)
def test_a_name_leads_nowhere(served: Served, cookie: str, name: str) -> None:
    answer = _ask(
        served, "PUT", _path(served, f"tep?ten={quote(name)}"), OLD.encode(), **_own(served, cookie)
    )
    assert answer.status == 200
    kept = json.loads(answer.body)["tep"]
    (file,) = (served.data / "web" / "tep" / kept).iterdir()
    assert file.read_text(encoding="utf-8") == OLD
    assert len(file.name) < 140
    assert not file.name.upper().startswith("CON.")
    _ask(served, "DELETE", _path(served, f"tep/{kept}"), **_own(served, cookie))
    assert not [
        path for path in served.data.rglob("*") if path.is_file() and path.read_bytes() == OLD.encode()
    ]


def test_an_upload_that_is_too_large_leaves_nothing(served: Served, cookie: str) -> None:
    before = _kept(served)
    port = urlsplit(served.home).port or 0
    with socket.create_connection((HOST, port), timeout=60) as plain:
        head = [
            f"PUT {_path(served, 'tep?ten=to.txt')} HTTP/1.1",
            f"Host: {HOST}:{port}",
            "Transfer-Encoding: chunked",
        ]
        head += [f"{name.replace('_', '-')}: {words}" for name, words in _own(served, cookie).items()]
        plain.sendall("\r\n".join([*head, "", ""]).encode())
        piece = b"100000\r\n" + b"x" * 2**20 + b"\r\n"
        said = b""
        try:
            for _ in range(203):
                plain.sendall(piece)
            said = plain.recv(4000)
        except (BrokenPipeError, ConnectionResetError):
            pass
    assert not said or said.startswith(b"HTTP/1.1 413 ")
    deadline = time.monotonic() + 20
    while _kept(served) != before and time.monotonic() < deadline:
        time.sleep(0.1)
    assert _kept(served) == before


def test_a_file_of_200_megabytes_of_the_wrong_kind_is_kept_and_told_in_a_sentence(
    served: Served, cookie: str, tmp_path: Path
) -> None:
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(200 * 2**20)
    name = quote(unicodedata.normalize("NFD", "bảng lương 🧾.pdf"))
    with large.open("rb") as file:
        headers = {key.replace("_", "-"): words for key, words in _own(served, cookie).items()}
        asked = http.client.HTTPConnection(HOST, urlsplit(served.home).port, timeout=120)
        asked.request("PUT", _path(served, f"tep?ten={name}"), file, headers)
        kept = json.loads(asked.getresponse().read())["tep"]
        asked.close()
    page = _ask(served, "GET", _path(served, f"tep/{kept}"), Cookie=cookie)
    assert page.status == 200
    assert "«bảng lương.pdf»: tệp lớn 200 MB, quá mức cho phép là" in page.body.decode()
    _ask(served, "DELETE", _path(served, f"tep/{kept}"), **_own(served, cookie))


def test_two_users_of_one_machine_see_nothing_of_one_another(
    served: Served, cookie: str, tmp_path: Path
) -> None:
    other = start(tmp_path / "data")
    try:
        split = urlsplit(other.entrance)
        let_in = _ask(other, "GET", f"{split.path}?{split.query}")
        theirs = (let_in.headers.get("set-cookie") or "").partition(";")[0]
        sent = _ask(served, "PUT", _path(served, "tep?ten=luong.txt"), OLD.encode(), **_own(served, cookie))
        kept = json.loads(sent.body)["tep"]
        assert _ask(other, "GET", _path(other), Cookie=cookie).status == 403
        assert _ask(served, "GET", _path(served), Cookie=theirs).status == 403
        assert "luong.txt" in _ask(served, "GET", _path(served, "gan-day"), Cookie=cookie).body.decode()
        assert "luong.txt" not in _ask(other, "GET", _path(other, "gan-day"), Cookie=theirs).body.decode()
        assert _ask(other, "GET", _path(other, f"tep/{kept}"), Cookie=theirs).status == 404
    finally:
        stop(other)


def test_a_sender_that_goes_away_leaves_nothing(served: Served, cookie: str) -> None:
    before = _kept(served)
    port = urlsplit(served.home).port or 0
    with socket.create_connection((HOST, port), timeout=20) as plain:
        head = [
            f"PUT {_path(served, 'tep?ten=nua.txt')} HTTP/1.1",
            f"Host: {HOST}:{port}",
            "Content-Length: 1000",
        ]
        head += [f"{name.replace('_', '-')}: {words}" for name, words in _own(served, cookie).items()]
        plain.sendall("\r\n".join([*head, "", "nửa chừng"]).encode())
        time.sleep(0.5)
    deadline = time.monotonic() + 20
    while _kept(served) != before and time.monotonic() < deadline:
        time.sleep(0.1)
    assert _kept(served) == before


def test_what_is_no_object_of_json_is_told(served: Served, cookie: str) -> None:
    for body in (b"", b"[]", b"{", b"\xff", b"[" * 100_000):
        answer = _ask(served, "POST", _path(served, "so-sanh"), body, **_own(served, cookie))
        assert answer.status == 400
        assert json.loads(answer.body)["loi"]["code"] == "WB106"


def test_what_is_not_there_is_told_with_a_way_on(served: Served, cookie: str) -> None:
    for rest in (
        "tep/0123456789abcdef",
        "tep/..%2f..%2fchay.json",
        "so-sanh/0123456789abcdef",
        "tinh/app.py",
        "khong-co",
    ):
        answer = _ask(served, "GET", _path(served, rest), Cookie=cookie)
        assert answer.status == 404
        assert "WB105" in answer.body.decode()


def test_every_answer_bears_the_headers_of_safety(served: Served, cookie: str) -> None:
    for answer in (
        _ask(served, "GET", _path(served), Cookie=cookie),
        _ask(served, "GET", _path(served)),
        _ask(served, "GET", _path(served, "khong-co"), Cookie=cookie),
    ):
        policy = answer.headers.get("content-security-policy") or ""
        assert "default-src 'none'" in policy
        assert "require-trusted-types-for 'script'" in policy
        assert "unsafe" not in policy
        assert answer.headers.get("x-content-type-options") == "nosniff"
        assert answer.headers.get("cache-control") == "no-store"
        assert answer.headers.get("server") is None


def test_a_thousand_connections_that_say_nothing_do_not_lock_the_user_out(
    served: Served, cookie: str
) -> None:
    port = urlsplit(served.home).port or 0
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(4000, hard)), hard))
    silent = [socket.create_connection((HOST, port), timeout=60) for _ in range(1000)]
    try:
        deadline = time.monotonic() + 30
        status = 0
        while status != 200 and time.monotonic() < deadline:
            try:
                status = _ask(served, "GET", _path(served), Cookie=cookie).status
            except (OSError, http.client.HTTPException):
                time.sleep(0.5)
        assert status == 200
    finally:
        for plain in silent:
            plain.close()


def test_what_the_page_keeps_is_closed_to_other_users(served: Served, cookie: str) -> None:
    _ask(served, "PUT", _path(served, "tep?ten=a.txt"), OLD.encode(), **_own(served, cookie))
    kept = list((served.data / "web").rglob("*"))
    assert {oct(path.stat().st_mode & 0o077) for path in kept} == {"0o0"}


def test_templates_and_modules_make_no_markup_of_strings() -> None:
    room = Path(__file__).parents[2] / "kcdocs" / "web"
    words = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("templates", "static")
        for path in (room / folder).iterdir()
    )
    for forbidden in (
        "|safe",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "onclick=",
        "style=",
        "eval(",
        "EventSource",
        "document.write",
    ):
        assert forbidden not in words, forbidden


def test_a_fault_that_nobody_foresaw_is_told_in_the_browser_and_kept_for_the_help_desk(
    served: Served, cookie: str
) -> None:
    kept = json.loads(
        _ask(served, "PUT", _path(served, "tep?ten=a.txt"), OLD.encode(), **_own(served, cookie)).body
    )["tep"]
    said = json.dumps({"cu": kept, "moi": [kept]}).encode()
    made = json.loads(_ask(served, "POST", _path(served, "so-sanh"), said, **_own(served, cookie)).body)[
        "den"
    ]
    # A file of decisions that no version of kcdocs writes.
    (served.data / "web" / made / "xac-dinh.json").write_text('[{"cu": "Điều 1"}]', encoding="utf-8")
    answer = _ask(served, "GET", _path(served, made), Cookie=cookie)
    assert answer.status == 500
    assert "KC901" in answer.body.decode()
    folder, deadline = served.data / "su-co", time.monotonic() + 20
    while not list(folder.glob("*.txt")) and time.monotonic() < deadline:  # kept once the browser was told
        time.sleep(0.1)
    (details,) = folder.glob("*.txt")
    assert "kcdocs/web" in details.read_text(encoding="utf-8")
    assert _ask(served, "GET", _path(served), Cookie=cookie).status == 200
