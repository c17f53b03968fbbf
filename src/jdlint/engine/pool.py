"""Many processes: postings are judged in others while this one finds, orders and reports them.

Each worker has one batch at a time and answers it whole. Where a worker dies, its batch is tried again posting by posting, each in a
worker of its own, and the one that takes another worker with it is told as a fault; all others are judged. Results come in order,
and only so many are on their way that memory stays flat.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

from jdlint.analysis.grammar import RUNNING
from jdlint.engine.files import Raw
from jdlint.engine.result import CRASH, Result
from jdlint.engine.run import Answer, Linter
from jdlint.text.record import dataclass, field

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_BATCH = 8  # postings in a batch
_BATCH_BYTES = 200_000
_AHEAD = 4  # batches a worker that may be waiting for an earlier one's results
_SESSIONS = "jdlint.analysis.grammar.session"
_PATIENCE = 2.0  # seconds that a worker has to end by itself

_Row = tuple[int, Raw]  # a posting and its number
_Task = list[tuple[str, bool, bytes, Any]]  # path, whether it was named, content, and which part of its file it is


@dataclass(slots=True)
class _Worker:
    """A process, the way to it, and the batch that it has."""

    process: BaseProcess
    way: Connection
    rows: list[_Row] = field(default_factory=list)


def judged(linter: Linter, raws: Iterable[Raw], jobs: int) -> Iterator[Result]:
    """A result for every file, in order, from so many processes. ConfigError as in `Linter.run`."""
    pool = _Pool(linter, jobs)
    try:
        yield from pool.run(iter(raws))
    finally:
        pool.close()


class _Pool:
    def __init__(self, linter: Linter, jobs: int) -> None:
        # A fork starts with all that was read and compiled so far; beside threads, and where there is none, a fresh start is safe.
        forks = sys.platform == "linux" and threading.active_count() == 1
        self._context: Any = multiprocessing.get_context("fork" if forks else "spawn")
        self._linter = linter
        self._jobs = jobs
        self._workers: list[_Worker] = []
        self._again: deque[list[_Row]] = deque()  # what a worker died of, posting by posting
        self._done: dict[int, tuple[Raw, Answer]] = {}
        self._next = 0  # the number of the next result to give
        self._found = 0

    def run(self, raws: Iterator[Raw]) -> Iterator[Result]:
        """The results in order."""
        more = True
        while more or self._again or self._busy() or self._done:
            while self._again and self._free():
                self._send(self._again.popleft())
            while more and self._free() and not self._again and self._room():
                batch, more = self._gather(raws)
                if batch:
                    self._send(batch)
            yield from self._ready()
            if self._busy():
                self._receive()

    def _busy(self) -> list[_Worker]:
        return [w for w in self._workers if w.rows]

    def _free(self) -> bool:
        """Whether a worker has nothing to do, or one more may be started."""
        return len(self._busy()) < self._jobs

    def _room(self) -> int:
        """How many more files may be on their way."""
        return self._jobs * _BATCH * _AHEAD - (self._found - self._next)

    def _gather(self, raws: Iterator[Raw]) -> tuple[list[_Row], bool]:
        """A batch of files that are to be judged.

        What is known from an earlier run or can't be read has its result at once; so has what LanguageTool is asked about, until a
        server of this process runs that all can ask.
        """
        batch: list[_Row] = []
        size = 0
        while len(batch) < _BATCH and size < _BATCH_BYTES and self._room() > 0:
            raw = next(raws, None)
            if raw is None:
                return batch, False
            number, self._found = self._found, self._found + 1
            known = self._linter.known(raw)
            if known is not None:
                self._done[number] = raw, known
                continue
            self._linter.check(raw)
            if raw.data is None or raw.problem or not _is_for_workers(raw):
                self._done[number] = raw, self._linter.answer(raw)
                continue
            batch.append((number, raw))
            size += len(raw.data)
        return batch, True

    def _ready(self) -> Iterator[Result]:
        while self._next in self._done:
            self._next += 1
            yield self._linter.answered(*self._done.pop(self._next - 1))

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        inherited = [w.way for w in self._workers] + [ours] if self._context.get_start_method() == "fork" else []
        process = self._context.Process(target=_work, args=(self._linter.bare(), theirs, inherited), daemon=True)
        process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours))
        return self._workers[-1]

    def _send(self, rows: list[_Row]) -> None:
        """Give a batch to a worker that has none."""
        worker = next((w for w in self._workers if not w.rows), None) or self._start()
        worker.rows = rows
        task: _Task = [(raw.path, raw.named, raw.data or b"", raw.part) for _, raw in rows]
        with suppress(OSError):  # it died; that is seen when its answer is waited for
            worker.way.send((os.environ.get(RUNNING, ""), task))

    def _receive(self) -> None:
        """Wait until a worker answers or dies."""
        busy = self._busy()
        answered = wait([w.way for w in busy])
        for worker in [w for w in busy if w.way in answered]:
            try:
                answers: list[Answer] = worker.way.recv()
            except (EOFError, OSError):
                self._lost(worker)
                continue
            for (number, raw), answer in zip(worker.rows, answers, strict=True):
                self._done[number] = raw, answer
            worker.rows = []

    def _lost(self, worker: _Worker) -> None:
        """A worker died: its postings go to others, one by one; one that was alone is what it died of."""
        worker.process.join(_PATIENCE)
        code = worker.process.exitcode
        worker.way.close()
        self._workers.remove(worker)
        if len(worker.rows) > 1:
            self._again.extend([row] for row in worker.rows)
            return
        for number, raw in worker.rows:
            how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
            answer = Answer(code=CRASH, fault=f"the process that checked this posting broke down ({how}); please report it")
            self._done[number] = raw, answer

    def close(self) -> None:
        """End all workers: those that wait end by themselves once nobody can write to them."""
        for worker in self._workers:
            with suppress(OSError):
                worker.way.close()
            if worker.rows:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.process.close()
        self._workers.clear()


def _is_for_workers(raw: Raw) -> bool:
    """Whether a file can be judged in another process: LanguageTool is asked from there only at a server that this one started."""
    tool = raw.settings.languagetool
    return tool is None or (not tool.server and bool(os.environ.get(RUNNING)))


def _work(linter: Linter, way: Connection, others: list[Connection]) -> None:
    """What a worker does: judge batch after batch until nobody sends one any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process decides when to stop
    if _SESSIONS in sys.modules:
        sys.modules[_SESSIONS].forget_all()  # connections of the first process, after a fork
    for other in others:  # held open here, they would keep other workers waiting for a process that is gone
        other.close()
    with suppress(EOFError, OSError):
        while True:
            server, task = way.recv()
            if server:
                os.environ[RUNNING] = server
            way.send(
                [linter.answer(Raw(path, linter.files.lookup.of_file(path), named, data, part=part)) for path, named, data, part in task]
            )
    if "jdlint.text.compiled" in sys.modules:
        sys.modules["jdlint.text.compiled"].keep()
