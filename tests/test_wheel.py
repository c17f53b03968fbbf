"""The built wheel and sdist carry the rules, and the wheel lints in a fresh environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.unmeasured
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", str(out), str(ROOT)], check=True, capture_output=True)
    return out


def rule_files() -> set[str]:
    return {p.relative_to(ROOT / "rules").as_posix() for p in (ROOT / "rules").rglob("*.yaml")}


def test_the_wheel_holds_every_rule_file_and_the_type_marker(built: Path) -> None:
    names = set(zipfile.ZipFile(next(built.glob("*.whl"))).namelist())
    assert {f"jdlint/_rules/{name}" for name in rule_files()} <= names
    assert "jdlint/py.typed" in names
    assert {f"jdlint/_rules/compiled/{name}.assembled" for name in ("cues", "headings", "places")} <= names
    assert {f"jdlint/_rules/compiled/{kind}.{sys.implementation.cache_tag}" for kind in ("patterns", "constructors", "modules")} <= names
    assert {f"jdlint/report/html/{name}" for name in ("page.html", "parts.html", "end.html", "style.css", "script.js")} <= names


def test_the_sdist_holds_every_rule_file(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {f"rules/{name}" for name in rule_files()} <= names


def test_the_wheel_lints_in_a_fresh_environment(built: Path, tmp_path: Path) -> None:
    home = tmp_path / "env"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    wheel = next(built.glob("*.whl"))
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel], check=True, capture_output=True)
    posting = tmp_path / "jobs.md"
    posting.write_text("# Salesman\n\n## Duties\n\n- Sell boats\n", encoding="utf-8")
    done = subprocess.run(
        [home / "bin" / "jdlint", "check", "--output-format", "json", posting],
        capture_output=True, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    codes = {finding["code"] for finding in json.loads(done.stdout)["files"][0]["findings"]}
    assert {"TTL002", "STR005", "STR007"} <= codes
    code = "import sys; from jdlint.cli.main import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    env = {name: value for name, value in os.environ.items() if not name.startswith("JDLINT_")}
    heavy = {"json", "yaml.reader", "jdlint.resources.store", "jdlint.rules.schema"}
    plain = (["check", "--isolated", "--no-cache", "--exit-zero", "jobs.md"], {"pathlib", "click"}, 275)
    for line, more, most in (plain, (["rule", "--isolated", "PAY001"], {"jdlint.engine.files"}, 165)):
        done = subprocess.run([python, "-c", code, *line], capture_output=True, text=True, check=True, cwd=tmp_path, env=env)
        modules = set(done.stderr.split())
        assert "jdlint.rules.index" in modules
        assert not modules & (heavy | more)
        assert len(modules) < most, sorted(modules)
    code = "from jdlint import bundle; bundle.install(); from jdlint.cli import main as m; print(m.__file__, type(m.__loader__).__module__)"
    for loader in ("jdlint.bundle", "_frozen_importlib_external"):  # from the file of all modules, until one is changed
        done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
        place, found = done.stdout.split()
        assert found == loader
        with Path(place).open("a", encoding="utf-8") as source:
            source.write("\n# changed\n")
