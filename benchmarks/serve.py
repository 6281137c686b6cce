"""How long `kcdocs serve` takes to its first answer, as a ratio to a bare program of the same libraries.

Run: python benchmarks/serve.py
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from _figures import Bar, Chart, keep
from startup import calibration

ROOT = Path(__file__).parents[1]
ROUNDS = 9
BARE = """
import socket, jinja2, uvicorn
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
page = jinja2.Environment(autoescape=True).from_string("<p>{{ words }}</p>")
async def home(request):
    return HTMLResponse(page.render(words="x"))
listening = socket.socket()
listening.bind(("127.0.0.1", 0))
listening.listen()
print(f"http://127.0.0.1:{listening.getsockname()[1]}/", flush=True)
app = Starlette(routes=[Route("/", home)])
uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off", ws="none")).run(sockets=[listening])
"""


def main() -> None:
    """Print the medians of interleaved runs."""
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "bare Starlette program": [sys.executable, "-c", BARE],
            "kcdocs serve": [sys.executable, str(ROOT / "cli.py"), "serve", "--no-browser"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, words in commands.items():
                times[name].append(_seconds(words, folder))
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, value in medians.items():
        print(f"{name:24} {value * 1000:7.1f} ms")
    print(f"ratio                    {medians['kcdocs serve'] / medians['bare Starlette program']:7.2f}")
    print(f"calibration loop         {calibration() * 1000:7.1f} ms")
    bars = [Bar(name, medians[name]) for name in reversed(commands)]
    keep("serve", [Chart("From the start to the first answer, by the clock", bars)], calibration())


def _seconds(words: list[str], folder: str) -> float:
    """From the start of the process to the end of its first answer."""
    start = time.perf_counter()
    env = {**os.environ, "KCDOCS_DATA": folder, "PYTHONUNBUFFERED": "1"}
    served = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=env)
    assert served.stdout is not None
    try:
        address = next(found[0] for line in served.stdout if (found := re.search(r"http://\S+", line)))
        with urllib.request.urlopen(address) as answer:
            answer.read()
        return time.perf_counter() - start
    finally:
        served.terminate()
        served.wait()


if __name__ == "__main__":
    main()
