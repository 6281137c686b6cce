"""Where groups are made: in this process, in several of this machine, or on a cluster; one interface."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import Any, TypeVar

from kcdocs.batch.making import quiet

T = TypeVar("T")


class Inline(Executor):
    """Runs each call at once, in this very process."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Run the call; what it raises is raised by the future's `result`."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as fault:  # noqa: BLE001 - handed on whole
            future.set_exception(fault)
        return future


def executor(jobs: int) -> Executor:
    """An executor of that many processes; one runs in this process."""
    if jobs == 1:
        return Inline()
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=quiet)
