"""Other linters of prose over the same postings. None of them knows job postings; they tell what a second is worth.

python benchmarks/peers.py FOLDER            installs those that can be installed, from the registries of their languages
python benchmarks/run.py --peers FOLDER      measures those that are there
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

_NPM = ("alex", "write-good", "textlint", "textlint-rule-write-good", "textlint-rule-terminology", "textlint-rule-no-todo")
_VALE = "github.com/vale-cli/vale/v3/cmd/vale@latest"


def install(folder: Path) -> None:
    """Install what can be installed; what can't is left out."""
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.which("npm"):
        subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), *_NPM], check=False)
        rules = '{"rules": {"write-good": true, "terminology": true, "no-todo": true}}\n'
        (folder / ".textlintrc.json").write_text(rules, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "venv", str(folder / "python")], check=True)
    subprocess.run([str(folder / "python" / "bin" / "pip"), "install", "-q", "proselint"], check=False)
    if shutil.which("go"):
        subprocess.run(["go", "install", _VALE], check=False, env=os.environ | {"GOBIN": str(folder)})
        (folder / "styles" / "Jobs").mkdir(parents=True, exist_ok=True)
        words = "extends: existence\nmessage: '%s'\nlevel: warning\ntokens: [rockstar, ninja, salesman, chairman, guru]\n"
        (folder / "styles" / "Jobs" / "Words.yml").write_text(words, encoding="utf-8")
        (folder / ".vale.ini").write_text(f"StylesPath = {folder / 'styles'}\n[*]\nBasedOnStyles = Vale, Jobs\n", encoding="utf-8")


def commands(folder: Path) -> dict[str, list[str]]:
    """The peers that are installed, by name; to be run in `folder`, where textlint looks for its rules."""
    node = folder / "node_modules" / ".bin"
    every = {
        "write-good": [str(node / "write-good")],
        "alex": [str(node / "alex"), "--quiet"],
        "textlint": [str(node / "textlint"), "--config", str(folder / ".textlintrc.json")],
        "proselint": [str(folder / "python" / "bin" / "proselint"), "check"],
        "vale": [str(folder / "vale"), "--config", str(folder / ".vale.ini")],
    }
    return {name: command for name, command in every.items() if Path(command[0]).exists()}


def processor_seconds(command: list[str], folder: Path) -> float:
    """The processor time of a command and all that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Install the peers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder.resolve()
    install(folder)
    print("installed:", ", ".join(commands(folder)) or "none")


if __name__ == "__main__":
    main()
