"""A day with the ZIP in a place without a network: what was seen is printed as one line of JSON.

Run as `offline_day.py FOLDER`, FOLDER being the unpacked ZIP, in a home of its own.
"""

import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.parse import urljoin

HOME = Path.home()
PATIENCE = 120  # seconds for an answer of the page, on a busy machine


def said(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def network() -> str:
    try:
        socket.create_connection(("192.0.2.1", 80), 5).close()
    except OSError as fault:
        return "unreachable" if "unreachable" in str(fault) else str(fault)
    return "there"


def page() -> str:
    """The first page that the shortcut on the desktop leads to."""
    entry = (HOME / "Desktop" / "kcdocs.desktop").read_text("utf-8")
    words = shlex.split(re.search(r"^Exec=(.*)$", entry, re.MULTILINE)[1])
    env = {**os.environ, "BROWSER": "/bin/false", "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    quiet = subprocess.DEVNULL
    serving = subprocess.Popen(
        [*words, "--no-browser"], env=env, text=True, encoding="utf-8", stdout=subprocess.PIPE, stderr=quiet
    )
    try:
        entrance = re.search(r"http://\S+", next(line for line in serving.stdout if "http://" in line))[0]
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        leading = browser.open(entrance, timeout=PATIENCE).read().decode()
        first = urljoin(entrance, re.search(r"url=([^\"]+)", leading)[1])
        return browser.open(first, timeout=PATIENCE).read().decode()
    finally:
        serving.send_signal(signal.SIGTERM)
        serving.communicate()


folder = Path(sys.argv[1])
seen = {"network": network(), "install": said("sh", str(folder / "cai-dat.sh"))}
seen["demo"] = said(str(HOME / ".local/bin/kcdocs"), "demo", "--out", str(HOME / "xem-thu"))
seen["page"] = page()
seen["remove"] = said("sh", str(folder / "go-bo.sh"))
sys.stdout.write(json.dumps(seen))
