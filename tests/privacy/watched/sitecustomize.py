"""Every Python that starts with this folder in PYTHONPATH notes what it asks of the network, and what it starts, in the file $WATCHED.

A fork takes the hook along, and what is started anew imports this file again.
"""

import os
import sys

_NETWORK = {
    "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo",
    "socket.sendto", "socket.sendmsg", "urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect",
}  # fmt: skip
_STARTS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"}
_UNIX = 1  # AF_UNIX: the pipes between a run's own processes


def _note(line: str) -> None:
    file = os.open(os.environ["WATCHED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(file, f"{line}\n".encode())
    os.close(file)


def _hook(event: str, arguments: tuple) -> None:  # type: ignore[type-arg]
    if event == "socket.__new__":
        if int(arguments[1]) not in (_UNIX, -1):
            _note(f"socket {event} family {int(arguments[1])}")
    elif event in _NETWORK:
        _note(f"socket {event} {arguments[1:]!r}")
    elif event in _STARTS:
        command = arguments[1] if event == "subprocess.Popen" else arguments[0]
        _note(f"start {command[0] if isinstance(command, (list, tuple)) else command}")


sys.addaudithook(_hook)
_note("watching")
