"""A LanguageTool server of our own: started on the loopback address, stopped whenever this process ends."""

from __future__ import annotations

import atexit
import http.client
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from jdlint.analysis.needs import MissingError
from jdlint.hints import IO
from jdlint.posting.model import LanguageTool
from jdlint.resources.digest import digest

LOOPBACK = "127.0.0.1"
JARS = "JDLINT_LANGUAGETOOL_JARS"  # the folder of jars, where the settings name none
_MAIN = "org.languagetool.server.HTTPServer"
# A short life wants a fast start, and little memory: the first of Java's compilers, and its simplest collector.
_JAVA_OPTIONS = ("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "-Duser.language=en")
_NEW_GROUP = 0x200  # subprocess.CREATE_NEW_PROCESS_GROUP, which only Windows has
_TRIES = 3  # another program may take the port between the look and the start
_POLL = 0.1
_GRACE = 10
_GET_JARS = "unpack LanguageTool's ZIP, or fetch the jars with tools/languagetool/pom.xml (see the README)"
_GET_JAVA = "install Java 17 or later (such as openjdk-17-jre-headless), or name it with `languagetool: {java: PATH}`"


def lacking(message: str) -> MissingError:
    """What keeps LanguageTool from being used, in one line."""
    return MissingError(f"LanguageTool can't be used: {message}", fatal=True)


def jars_folder(tool: LanguageTool) -> Path:
    """The folder with LanguageTool's jars; MissingError where there is none."""
    named = tool.jars or os.environ.get(JARS, "")
    if not named:
        text = "neither a server nor a folder of jars is named; set `languagetool: {jars: DIR}` or `{server: ADDRESS}`"
        raise lacking(f"{text} ({_GET_JARS})")
    folder = Path(named).expanduser()
    if not any(folder.glob("languagetool-server*.jar")):
        what = "holds no languagetool-server jar" if folder.is_dir() else "is no folder"
        raise lacking(f"{named} {what}; {_GET_JARS}")
    return folder


def identity(folder: Path) -> str:
    """A digest of the jars' names and sizes: other jars may find other things."""
    rows = sorted(f"{p.name} {p.stat().st_size}" for p in (*folder.glob("*.jar"), *folder.glob("libs/*.jar")))
    return digest(8, *rows)


def _java(tool: LanguageTool) -> str:
    """The Java to run; MissingError where there is none."""
    home = os.environ.get("JAVA_HOME")
    for name in (tool.java,) if tool.java else (*([str(Path(home) / "bin" / "java")] if home else []), "java"):
        found = shutil.which(Path(name).expanduser())
        if found:
            return str(found)
    raise lacking(f"{tool.java or 'java'} was not found; {_GET_JAVA}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


class Server:
    """A running server. `stop` is called when the process ends; should it die, the guard sees its pipe close and does the same."""

    def __init__(self, tool: LanguageTool, folder: Path) -> None:
        java = _java(tool)
        self._process: subprocess.Popen[bytes] | None = None
        self.address = ""
        for last in (*[False] * (_TRIES - 1), True):
            port = _free_port()
            with tempfile.TemporaryFile() as log:
                self._start(java, folder, port, log)
                if self._ready(port, tool.timeout):
                    self.address = f"http://{LOOPBACK}:{port}"
                    return
                running = self._process is not None and self._process.poll() is None
                self.stop()
                said = _tail(log)
            if running:
                seconds = f"{tool.timeout:g} seconds"
                raise lacking(f"its server did not start within {seconds}; `languagetool: {{timeout: SECONDS}}` gives it longer")
            if last or "Address already in use" not in said:
                raise lacking(_reason(said, java, folder))

    def _start(self, java: str, folder: Path, port: int, log: IO[bytes]) -> None:
        # LanguageTool's own ZIP keeps its libraries in libs/ and its data as files beside the jars.
        path = os.pathsep.join([str(folder / "*"), str(folder / "libs" / "*"), str(folder)])
        guard = [sys.executable, "-I", "-S", str(Path(__file__).with_name("guard.py"))]
        command = [*guard, java, *_JAVA_OPTIONS, "-cp", path, _MAIN, "--port", str(port)]
        try:
            self._process = subprocess.Popen(  # noqa: S603  # the command above
                command,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                # A session (on Windows, a group) of its own, so that Ctrl-C reaches this process alone, which then stops the server.
                start_new_session=sys.platform != "win32",
                creationflags=_NEW_GROUP if sys.platform == "win32" else 0,
            )
        except OSError as error:
            raise lacking(f"its server could not be started: {error}") from error
        atexit.register(self.stop)

    def _ready(self, port: int, timeout: float) -> bool:
        """Wait until the server answers; False where it ends or the time does."""
        end = time.monotonic() + timeout
        while time.monotonic() < end and self._process is not None and self._process.poll() is None:
            if _answers(port):
                return True
            time.sleep(_POLL)
        return False

    @property
    def running(self) -> bool:
        """Whether the server still runs."""
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """Stop the server, and wait until it is gone."""
        process, self._process = self._process, None
        atexit.unregister(self.stop)
        if process is None:
            return
        if process.stdin is not None:
            with suppress(OSError):
                process.stdin.close()
        try:
            process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=2)
    try:
        connection.request("GET", "/v2/healthcheck")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _tail(log: IO[bytes]) -> str:
    log.seek(0)
    return log.read()[-20_000:].decode(errors="replace")


def _reason(said: str, java: str, folder: Path) -> str:
    """What the last words of a server that did not start mean."""
    if "UnsupportedClassVersionError" in said:
        return f"{java} is too old; {_GET_JAVA}"
    if "Could not find or load main class" in said or "NoClassDefFoundError" in said or "ClassNotFoundException" in said:
        return f"jars are missing in {folder}; {_GET_JARS}"
    lines = [line.strip() for line in said.splitlines() if line.strip() and not line.lstrip().startswith("at ")]
    return f"its server ended at once: {lines[-1][:200] if lines else 'it said nothing'}"
