"""The command line as users meet it: each folder in `cases` is one call.

`case.yaml` holds `args` and, where they are not 0 and empty, `exit` and `stdin`; `encode: {file: encoding}` writes a file anew in
another encoding; `env` holds variables of the environment. `input/` becomes the working folder, with the rules of `house/` in
`.house`; `stdout.txt` and `stderr.txt` hold what is printed, `output/` the files that are written. `JDLINT_UPDATE=1
pytest tests/cli` writes what is expected anew, to be reviewed in the diff.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from jdlint.cli.main import main
from jdlint.rules.index import shipped_rules

HERE = Path(__file__).parent
CASES = sorted(p.name for p in (HERE / "cases").iterdir() if (p / "case.yaml").is_file())
UPDATE = bool(os.environ.get("JDLINT_UPDATE"))


def prepare(case: Path, spec: dict[str, Any], folder: Path) -> None:
    """Lay out the working folder."""
    if (case / "input").is_dir():
        shutil.copytree(case / "input", folder, dirs_exist_ok=True)
    shutil.copytree(HERE / "house", folder / ".house")
    (folder / ".git").mkdir()
    for name, encoding in spec.get("encode", {}).items():
        path = folder / name
        path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))


def expect(case: Path, name: str, text: str) -> None:
    """Compare with the snapshot, or write it."""
    file = case / name
    if UPDATE:
        if text:
            file.write_text(text, encoding="utf-8")
        else:
            file.unlink(missing_ok=True)
    assert text == (file.read_text(encoding="utf-8") if file.is_file() else "")


def changed(case: Path, spec: dict[str, Any], folder: Path) -> dict[str, bytes]:
    """The files of the working folder that are new, or no longer what was laid out."""
    before = {p.relative_to(case / "input"): p.read_bytes() for p in (case / "input").rglob("*") if p.is_file()}
    for name, encoding in spec.get("encode", {}).items():
        before[Path(name)] = before[Path(name)].decode().encode(encoding)
    after = {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    return {str(name): data for name, data in after.items() if name.parts[0] != ".house" and before.get(name) != data}


def expect_files(case: Path, found: dict[str, bytes]) -> None:
    """Compare the changed files with the snapshots, or write them."""
    folder = case / "output"
    for name, data in found.items() if UPDATE else ():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    assert found == {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    case = HERE / "cases" / name
    spec = yaml.safe_load((case / "case.yaml").read_text(encoding="utf-8"))
    prepare(case, spec, tmp_path)
    monkeypatch.chdir(tmp_path)
    # A shipped rule file with a mistake in it is named in every summary; that is the rule tests' business.
    monkeypatch.setattr("jdlint.engine.rulesets.shipped_rules", lambda: replace(shipped_rules(), broken={}))
    monkeypatch.delenv("JDLINT_TRACEBACK", raising=False)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(spec.get("stdin", "").encode())))
    for variable, value in spec.get("env", {}).items():
        monkeypatch.setenv(variable, value)
    code = main([str(a) for a in spec["args"]])
    printed = capsys.readouterr()
    expect(case, "stdout.txt", printed.out)
    expect(case, "stderr.txt", printed.err)
    expect_files(case, changed(case, spec, tmp_path))
    assert code == spec.get("exit", 0)
