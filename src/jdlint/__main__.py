"""`python -m jdlint`."""

import sys

from jdlint.cli.main import main

sys.exit(main())
