"""blake2b without the rest of hashlib, which loads OpenSSL for digests that nobody here asks for."""

from __future__ import annotations

try:
    from _blake2 import blake2b  # where hashlib has it from
except ImportError:  # a Python without its own
    from hashlib import blake2b

__all__ = ["blake2b"]
