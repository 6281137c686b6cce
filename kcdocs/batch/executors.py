"""Where tasks are done: in this process, in several of this machine, or on a cluster; one interface."""

from __future__ import annotations

import logging
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from kcdocs.batch import limits
from kcdocs.batch.errors import ClusterLostError, NoClusterError
from kcdocs.batch.making import quiet
from kcdocs.text.addresses import without_login

T = TypeVar("T")
R = TypeVar("R")


_WAIT = "10s"


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


def _here(ask: Callable[[], T]) -> list[T]:
    return [ask()]


@dataclass(frozen=True, slots=True)
class Workers:
    """The processes or machines that do the tasks.

    Attributes:
        pool: What runs a call.
        count: How many calls it runs at a time.
        each: Asks every worker something, whether it is free or not; gives the answers.
        check: Raises where no result can come any more.
    """

    pool: Executor
    count: int
    each: Callable[[Callable[[], Any]], list[Any]] = _here
    check: Callable[[], None] = lambda: None

    def map(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R]:
        """As the built-in `map`: results in the order of the tasks, which are taken a few at a time.

        Raises:
            BrokenExecutor: If a worker process died.
        """
        waiting: deque[Future[R]] = deque()
        try:
            for task in tasks:
                waiting.append(self.pool.submit(work, task))
                if len(waiting) >= limits.AHEAD * self.count:
                    yield self._result(waiting[0])
                    waiting.popleft()
            while waiting:
                yield self._result(waiting[0])
                waiting.popleft()
        finally:
            for future in waiting:
                future.cancel()

    def _result(self, future: Future[R]) -> R:
        while not wait((future,), limits.LOOK).done:
            self.check()
        return future.result()


@contextmanager
def workers(jobs: int, cluster: str | None = None) -> Iterator[Workers]:
    """The workers of this machine, or those of a cluster.

    Args:
        jobs: How many processes; one is this very process.
        cluster: Address of a Dask scheduler; its workers count instead.

    Raises:
        NoClusterError: If the scheduler cannot be reached, or the extra is not installed.
        ClusterLostError: If the scheduler is lost midway, or every worker that took a task.
    """
    if cluster:
        with _cluster(cluster) as found:
            yield found
        return
    with Inline() if jobs == 1 else _processes(jobs) as pool:
        yield Workers(pool, jobs)


def _processes(jobs: int) -> Executor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=quiet)


@contextmanager
def _cluster(address: str) -> Iterator[Workers]:
    try:
        import distributed  # noqa: PLC0415 - an extra, loaded only for a cluster

        connect: Any = distributed.Client
        client = connect(address, timeout=_WAIT)
    except ImportError:
        raise NoClusterError(without_login(address), "chưa cài phần mở rộng kcdocs[cluster]") from None
    except (OSError, ValueError) as fault:
        raise NoClusterError(without_login(address), "không kết nối được tới bộ điều phối") from fault
    for name in ("distributed", "distributed.client", "tornado.application"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters is told as errors

    def check() -> None:
        if client.status != "running":
            raise ClusterLostError(without_login(address))

    with client:
        if not (count := sum(client.nthreads().values())):
            raise NoClusterError(without_login(address), "chưa có máy nào nhận việc")
        with client.get_executor(retries=limits.RETRIES, pure=False) as pool:
            try:
                yield Workers(pool, count, lambda ask: list(client.run(ask).values()), check)
            except (CancelledError, distributed.KilledWorker, distributed.client.ClosedClientError):
                raise ClusterLostError(without_login(address)) from None
