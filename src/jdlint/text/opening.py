"""Reading a file so that nothing it is or does can hold up the run: no pipe is waited for, no device touched, no size trusted."""

from __future__ import annotations

import io
import os
import stat

from jdlint.hints import IO

_KINDS = (
    (stat.S_ISFIFO, "is a pipe, not a file; `-` reads standard input"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
    (stat.S_ISDIR, "is a folder"),
)
STDIN = "-"  # the path that stands for standard input
# Of a whole number in data; Python writes none of more than 4300 digits, though it reads any in base 16, or 60, as YAML 1.1 has it.
MOST_DIGITS = 18
ENDLESS = f"a number of more than {MOST_DIGITS} digits"
# A pipe that took a file's place between two looks at it is not waited for; Windows has no such pipes.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)


class RefusedError(OSError):
    """A file that is not read, though the system would give it. `strerror` says why."""

    def __init__(self, why: str) -> None:
        super().__init__(None, why)
        self.strerror: str = why


class TooLargeError(RefusedError):
    """A file of more bytes than it may have."""


def too_large(size: int, most: int) -> str:
    """What is said of a file of so many bytes."""
    return f"is too large ({size:,} bytes; the limit is {most:,})"


def read_file(path: str, most: int) -> bytes:
    """The content of a regular file of at most so many bytes. RefusedError where it is another thing or larger, else OSError."""
    with _opened(path, most) as file:
        data = file.read(most + 1) or b""
        while len(data) <= most and (more := file.read(most + 1 - len(data))):  # a system may give less than it was asked for
            data += more
    if len(data) > most:  # it grew, or is one of those files whose size is told as 0
        raise TooLargeError(too_large(len(data), most))
    return data


def open_file(path: str) -> IO[bytes]:
    """A regular file of any size, open for reading. RefusedError where it is another thing, else OSError."""
    return io.BufferedReader(_opened(path, None))


def is_endless(value: object) -> bool:
    """Whether a value is a whole number of more digits than any has that means something."""
    return isinstance(value, int) and abs(value) >= 10**MOST_DIGITS


def _opened(path: str, most: int | None) -> io.FileIO:
    _refuse(os.stat(path), most)  # noqa: PTH116  # pathlib takes longer, and this is done for every posting
    file = io.FileIO(os.open(path, _FLAGS), "rb")
    try:
        _refuse(os.fstat(file.fileno()), most)
    except OSError:
        file.close()
        raise
    return file


def _refuse(info: os.stat_result, most: int | None) -> None:
    for is_kind, told in _KINDS:
        if is_kind(info.st_mode):
            raise RefusedError(told)
    if most is not None and info.st_size > most:
        raise TooLargeError(too_large(info.st_size, most))
