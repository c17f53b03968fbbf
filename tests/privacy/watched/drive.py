"""Runs command lines one after the other in this process: a JSON list of them comes in, what each printed and its exit code go out."""

import contextlib
import io
import json
import sys

from jdlint.cli.main import main

told = []
for line in json.load(sys.stdin):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(line)
    told.append([line, code, out.getvalue(), err.getvalue()])
json.dump(told, sys.stdout)
