"""Where groups are made: in this process, in several of this machine, or on a cluster; one interface."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

from kcdocs.batch.errors import NoClusterError
from kcdocs.batch.making import quiet

T = TypeVar("T")

_WAIT = "10s"
_RETRIES = 3


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


@contextmanager
def executor(jobs: int, cluster: str | None = None) -> Iterator[tuple[Executor, int]]:
    """An executor, and how many groups it makes at a time.

    Args:
        jobs: How many processes; one is this very process.
        cluster: Address of a Dask scheduler; its workers count instead.

    Raises:
        NoClusterError: If the scheduler cannot be reached, or the extra is not installed.
    """
    if cluster:
        with _cluster(cluster) as found:
            yield found
        return
    with Inline() if jobs == 1 else _processes(jobs) as found:
        yield found, jobs


def _processes(jobs: int) -> Executor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=quiet)


@contextmanager
def _cluster(address: str) -> Iterator[tuple[Executor, int]]:
    try:
        import distributed  # noqa: PLC0415 - an extra, loaded only for a cluster

        connect: Any = distributed.Client
        client = connect(address, timeout=_WAIT)
    except ImportError:
        raise NoClusterError(address, "chưa cài phần mở rộng kcdocs[cluster]") from None
    except (OSError, ValueError) as fault:
        raise NoClusterError(address, "không kết nối được tới bộ điều phối") from fault
    with client:
        if not (workers := sum(client.nthreads().values())):
            raise NoClusterError(address, "chưa có máy nào nhận việc")
        with client.get_executor(retries=_RETRIES, pure=False) as found:
            yield found, workers
