"""A server of our own: how it is started, what is told where it can't be, and that it never stays behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jdlint.analysis.grammar import guard, server
from jdlint.analysis.needs import MissingError
from jdlint.posting.model import LanguageTool

# Stands for Java: listens on the port that it is given, as LanguageTool's server does.
JAVA = f"""#!{sys.executable}
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"OK")

    def log_message(self, *args):
        pass

assert "org.languagetool.server.HTTPServer" in sys.argv and "--public" not in sys.argv
HTTPServer(("127.0.0.1", int(sys.argv[sys.argv.index("--port") + 1])), Handler).serve_forever()
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins for Java are scripts")


@pytest.fixture
def jars(tmp_path: Path) -> Path:
    folder = tmp_path / "jars"
    folder.mkdir()
    (folder / "languagetool-server-6.7.jar").write_bytes(b"")
    return folder


def java(tmp_path: Path, script: str = JAVA) -> str:
    file = tmp_path / "java"
    file.write_text(script)
    file.chmod(0o755)
    return str(file)


def started(tmp_path: Path, jars: Path, script: str = JAVA, timeout: float = 60) -> server.Server:
    return server.Server(LanguageTool(enabled=True, jars=str(jars), java=java(tmp_path, script), timeout=timeout), jars)


def gone(port: int) -> bool:
    """Whether nobody answers on a port any more; a moment is given."""
    for _ in range(200):
        if not server._answers(port):
            return True
        time.sleep(0.05)
    return False


def test_it_starts_on_the_loopback_address_and_stops(tmp_path: Path, jars: Path) -> None:
    own = started(tmp_path, jars)
    host, _, port = own.address.removeprefix("http://").partition(":")
    assert host == "127.0.0.1"
    assert own.running
    assert server._answers(int(port))
    own.stop()
    assert not own.running
    assert gone(int(port))
    own.stop()


RUN = """
import json, os, signal, sys
from pathlib import Path
from jdlint.analysis.grammar.server import Server
from jdlint.posting.model import LanguageTool
own = Server(LanguageTool(enabled=True, jars=sys.argv[1], java=sys.argv[2], timeout=60), Path(sys.argv[1]))
print(own.address, flush=True)
{end}
"""
ENDS = {
    "end": "",
    "error": "raise ValueError",
    "exit": "sys.exit(3)",
    "interrupt": "os.kill(os.getpid(), signal.SIGINT); signal.pause()",
    "terminated": "os.kill(os.getpid(), signal.SIGTERM); signal.pause()",
    "killed": "os.kill(os.getpid(), signal.SIGKILL)",
    "no-exit-functions": "os._exit(1)",
}


@pytest.mark.parametrize("end", ENDS)
def test_it_stops_however_the_process_ends(end: str, tmp_path: Path, jars: Path) -> None:
    command = [sys.executable, "-c", RUN.replace("{end}", ENDS[end]), str(jars), java(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    port = int(done.stdout.strip().rpartition(":")[2])
    assert gone(port)


def failure(tmp_path: Path, jars: Path, script: str, timeout: float = 60) -> str:
    with pytest.raises(MissingError) as caught:
        started(tmp_path, jars, script, timeout)
    assert caught.value.fatal
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_what_is_told_where_it_does_not_start(tmp_path: Path, jars: Path) -> None:
    old = "#!/bin/sh\necho 'Error: LinkageError java.lang.UnsupportedClassVersionError: org/languagetool' >&2; exit 1\n"
    assert "is too old; install Java 17 or later" in failure(tmp_path, jars, old)
    lacking = "#!/bin/sh\necho 'Error: Could not find or load main class org.languagetool.server.HTTPServer' >&2; exit 1\n"
    assert "jars are missing in" in failure(tmp_path, jars, lacking)
    other = "#!/bin/sh\necho 'the first line'; echo 'no room in memory' >&2; exit 1\n"
    assert "its server ended at once: no room in memory" in failure(tmp_path, jars, other)
    assert "its server ended at once: it said nothing" in failure(tmp_path, jars, "#!/bin/sh\nexit 1\n")
    slow = "#!/bin/sh\nexec sleep 60\n"
    assert "its server did not start within 0.5 seconds" in failure(tmp_path, jars, slow, 0.5)


def test_a_port_that_another_program_took_is_left_to_it(tmp_path: Path, jars: Path) -> None:
    mark = tmp_path / "tried"
    script = f'#!/bin/sh\n[ -e {mark} ] && exec {sys.executable} {tmp_path}/second.py "$@"\ntouch {mark}\n'
    script += "echo 'Address already in use'; exit 1\n"
    (tmp_path / "second.py").write_text(JAVA)
    own = started(tmp_path, jars, script)
    assert own.running
    own.stop()


def test_what_is_told_where_java_or_the_jars_are_not_there(tmp_path: Path, jars: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(MissingError, match="java was not found; install Java 17"):
        server.Server(LanguageTool(enabled=True, jars=str(jars)), jars)
    with pytest.raises(MissingError, match="/no/java was not found"):
        server.Server(LanguageTool(enabled=True, jars=str(jars), java="/no/java"), jars)
    with pytest.raises(MissingError, match="is no folder"):
        server.jars_folder(LanguageTool(jars=str(tmp_path / "none")))
    with pytest.raises(MissingError, match="holds no languagetool-server jar"):
        server.jars_folder(LanguageTool(jars=str(tmp_path)))
    monkeypatch.setenv(server.JARS, str(jars))
    assert server.jars_folder(LanguageTool()) == jars
    home = tmp_path / "home" / "bin"
    home.mkdir(parents=True)
    java(home)
    monkeypatch.setenv("JAVA_HOME", str(home.parent))
    assert server._java(LanguageTool()) == str(home / "java")


def test_other_jars_are_another_server(jars: Path) -> None:
    before = server.identity(jars)
    assert server.identity(jars) == before
    (jars / "language-en-6.7.jar").write_bytes(b"rules")
    assert server.identity(jars) != before


def test_the_guard_gives_the_exit_code_of_what_it_runs() -> None:
    run = [sys.executable, "-I", "-S", str(guard.__file__), sys.executable, "-c", "raise SystemExit(7)"]
    with subprocess.Popen(run, stdin=subprocess.PIPE) as process:
        assert process.wait(60) == 7


def test_the_guard_kills_what_does_not_stop() -> None:
    stubborn = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('on', flush=True); time.sleep(60)"
    run = [sys.executable, "-I", "-S", str(guard.__file__), sys.executable, "-c", stubborn]
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == b"on\n"
        process.stdin.close()
        assert process.wait(60) == 256 - signal.SIGKILL


PRIVATE = """
import json, sys
hosts = set()
def watch(event, arguments):
    if event == "socket.connect":
        hosts.add(str(arguments[1][0]) if isinstance(arguments[1], tuple) else str(arguments[1]))
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        hosts.add(str(arguments[0]))
    elif event == "socket.bind" and isinstance(arguments[1], tuple):
        hosts.add(str(arguments[1][0]))
sys.addaudithook(watch)
from jdlint.cli.main import main
code = main(sys.argv[1:])
print(json.dumps([code, sorted(hosts)]), file=sys.stderr)
"""


def test_a_run_speaks_to_this_machine_alone(tmp_path: Path, languagetool_jars: Path) -> None:
    posting = tmp_path / "posting.md"
    posting.write_text("# Baker\n\n## What you do\n\n- Bake bred evrey day\n\n## What you bring\n\n- Experiance with ovens\n")
    environment = {**os.environ, "JDLINT_CACHE_DIR": str(tmp_path / "cache"), "JDLINT_LANGUAGETOOL_JARS": str(languagetool_jars)}
    environment |= dict.fromkeys(("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "https_proxy"), "http://192.0.2.1:9")
    command = [sys.executable, "-c", PRIVATE, "check", "--grammar", "--isolated", "--output-format", "json", str(posting)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, env=environment)
    _, hosts = json.loads(done.stderr.splitlines()[-1])
    assert set(hosts) <= {"127.0.0.1", "::1"}
    found = [f for f in json.loads(done.stdout)["files"][0]["findings"] if f["code"] == "LNG020"]
    assert [f["match"] for f in found] == ["evrey", "Experiance"]


def test_the_real_server_listens_on_the_loopback_address_alone(languagetool_jars: Path) -> None:
    psutil = pytest.importorskip("psutil")
    own = server.Server(LanguageTool(enabled=True, jars=str(languagetool_jars)), languagetool_jars)
    try:
        assert own._process is not None
        children = psutil.Process(own._process.pid).children(recursive=True)
        listening = {c.laddr.ip for p in children for c in p.net_connections("inet") if c.status == psutil.CONN_LISTEN}
        assert listening
        assert all(ip.removeprefix("::ffff:") in ("127.0.0.1", "::1") for ip in listening)
    finally:
        own.stop()
    assert not [c for c in children if c.is_running() and c.status() != psutil.STATUS_ZOMBIE]
