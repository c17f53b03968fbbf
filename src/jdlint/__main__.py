"""The program: `jdlint`, `python -m jdlint`."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress

from jdlint.hints import NoReturn


def run() -> NoReturn:
    """Run the command line and end the process, without the looks for garbage that a short run has no use for.

    What is registered to run at the end of the process runs. To take every object apart after it would need a fifth of a check
    of one posting; the system frees their memory in one go.
    """
    gc.disable()  # nothing that is imported is garbage; the command sets its own pace
    from jdlint import bundle

    bundle.install()
    from jdlint.cli.main import main

    code = main()
    threading = sys.modules.get("threading")  # imported by whoever starts a thread
    if (threading and threading.active_count() > 1) or sys.gettrace() or sys.getprofile():
        gc.freeze()
        sys.exit(code)
    atexit._run_exitfuncs()  # noqa: SLF001  # the one way to run them
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
