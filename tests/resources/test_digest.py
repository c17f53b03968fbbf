"""The digest without the rest of hashlib, and with it where Python's own part has another name."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from types import ModuleType

import pytest

from jdlint.resources import digest


def anew() -> ModuleType:
    spec = importlib.util.spec_from_file_location("digest_anew", str(digest.__file__))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_is_that_of_hashlib() -> None:
    assert digest.blake2b(b"cook", digest_size=16).hexdigest() == hashlib.blake2b(b"cook", digest_size=16).hexdigest()


def test_without_the_part_it_comes_from_hashlib(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_blake2", None)  # as if it were not there
    assert anew().blake2b is hashlib.blake2b
