"""A started interpreter of the installed program that forks for each command, so that only the first pays the start.

Run by the interpreter of the wheel: reads orders from stdin, a JSON object a line, answers each with its exit
code. Order: "words" behind the program's name, "cwd", "env", "out" (file for what it prints), "seconds".
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import signal
import sys
import time

LATE = -9
"""The exit code of a command that took too long, as of one that was killed."""


def prepare() -> None:
    """Import the program whole, as it lies in the wheel: no module may be missing there."""
    import kcdocs

    for module in pkgutil.walk_packages(kcdocs.__path__, "kcdocs."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def child(order: dict) -> None:
    """Become the program and never come back."""
    os.setsid()
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["env"])
    out = os.open(order["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(out, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.argv = ["kcdocs", *order["words"]]
    code = 70
    try:
        importlib.import_module("kcdocs.cli").main()
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else int(left.code is not None)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def answer(order: dict) -> int:
    """The exit code of a command; one that takes too long is killed with all that it started."""
    pid = os.fork()
    if not pid:
        child(order)
    end = time.monotonic() + order["seconds"]
    while True:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > end:
            os.killpg(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            return LATE
        time.sleep(0.01)


def main() -> None:
    prepare()
    for line in sys.stdin:
        sys.stdout.write(f"{answer(json.loads(line))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
