"""Many processes: postings are judged in others while this one finds, orders and reports them.

Each worker has one batch at a time and answers it posting by posting. Where a worker dies, the posting that it was at is tried once
more, and where that takes another worker with it, it is told as a fault; the others of its batch are judged. A worker that
answers nothing for far longer than a posting may take, since what keeps it is no Python code that an alarm could interrupt, is ended,
and its posting given up. Results come in order, and only so many are on their way that memory stays flat.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait

from jdlint.analysis.grammar import RUNNING
from jdlint.engine.files import Raw
from jdlint.engine.finding import CRASH, LATE
from jdlint.engine.result import Result
from jdlint.engine.run import Answer, Linter
from jdlint.engine.timing import OutOfTimeError
from jdlint.hints import TYPE_CHECKING, Any
from jdlint.text.record import dataclass, field

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_BATCH = 8  # postings in a batch
_BATCH_BYTES = 200_000
_AHEAD = 4  # batches a worker that may be waiting for an earlier one's results
_SESSIONS = "jdlint.analysis.grammar.session"
_PATIENCE = 2.0  # seconds that a worker has to end by itself
_TICK = 1.0  # seconds after which the first process looks whether workers are overdue
_GRACE = 60.0  # seconds beyond those that a posting may take, for the start of a worker,
_SHARES = 5  # and so many times as long as it may take, for those that other programs have of the processor

_Row = tuple[int, Raw]  # a posting and its number
_Task = list[tuple[str, bool, bytes, Any]]  # path, whether it was named, content, and which part of its file it is


@dataclass(slots=True)
class _Worker:
    """A process, the way to it, and what is left of the batch that it has.

    `waited`: seconds spent on waiting for its next answer; `last`: no other worker is tried if this one dies.
    """

    process: BaseProcess
    way: Connection
    rows: deque[_Row] = field(default_factory=deque)
    waited: float = 0.0
    last: bool = False

    @property
    def overdue(self) -> bool:
        """Whether the posting that it works on takes far longer than the settings allow."""
        return self.waited > _GRACE + _SHARES * self.rows[0][1].settings.limits.seconds


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
        self._again: deque[tuple[list[_Row], bool]] = deque()  # what workers left behind, and whether it is tried for the last time
        self._done: dict[int, tuple[Raw, Answer]] = {}
        self._next = 0  # the number of the next result to give
        self._found = 0

    def run(self, raws: Iterator[Raw]) -> Iterator[Result]:
        """The results in order."""
        more = True
        while more or self._again or self._busy() or self._done:
            while self._again and self._free():
                self._send(*self._again.popleft())
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

    def _send(self, rows: list[_Row], last: bool = False) -> None:
        """Give a batch to a worker that has none; one that is tried for the `last` time to one that begins with it."""
        worker = next((w for w in self._workers if not (w.rows or last)), None) or self._start()
        worker.rows, worker.waited, worker.last = deque(rows), 0.0, last
        task: _Task = [(raw.path, raw.named, raw.data or b"", raw.part) for _, raw in rows]
        with suppress(OSError):  # it died; that is seen when its answer is waited for
            worker.way.send((os.environ.get(RUNNING, ""), task))

    def _receive(self) -> None:
        """Wait until a worker answers, dies or is overdue.

        Only time spent here counts, in short pieces: where the whole run was stopped, or nobody asked for its results, nobody is late.
        """
        busy = self._busy()
        since = time.monotonic()
        answered = wait([w.way for w in busy], _TICK)
        waited = min(time.monotonic() - since, _TICK)
        for worker in busy:
            if worker.way not in answered:
                worker.waited += waited
                if worker.overdue:
                    self._stuck(worker)
                continue
            try:
                answer: Answer = worker.way.recv()
            except (EOFError, OSError):
                self._lost(worker)
                continue
            number, raw = worker.rows.popleft()
            self._done[number] = raw, answer
            worker.waited = 0.0

    def _lost(self, worker: _Worker) -> None:
        """A worker died: the posting that it was at is tried once more, or is what two of them died of."""
        worker.process.join(_PATIENCE)
        code = worker.process.exitcode
        (number, raw), last = self._gone(worker), worker.last
        if not last:  # it may have been the system, for want of memory
            self._again.append(([(number, raw)], True))
            return
        how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
        self._done[number] = raw, Answer(code=CRASH, fault=f"the process that checked this posting broke down ({how}); please report it")

    def _stuck(self, worker: _Worker) -> None:
        """End a worker that is overdue, and give up the posting that it is at."""
        worker.process.kill()
        worker.process.join()
        number, raw = self._gone(worker)
        self._done[number] = raw, Answer(code=LATE, fault=str(OutOfTimeError(raw.settings.limits.seconds)))

    def _gone(self, worker: _Worker) -> _Row:
        """Take leave of a worker, whose batch goes to others but for the posting that it was at, which is given back."""
        worker.way.close()
        self._workers.remove(worker)
        at = worker.rows.popleft()
        if worker.rows:
            self._again.append((list(worker.rows), False))
        return at

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
    tool = raw.settings.grammar
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
            for path, named, data, part in task:
                way.send(linter.answer(Raw(path, linter.files.lookup.of_file(path), named, data, part=part)))
    if "jdlint.text.compiled" in sys.modules:
        sys.modules["jdlint.text.compiled"].keep()
