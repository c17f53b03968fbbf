"""Digests: blake2b without the rest of hashlib, which loads OpenSSL for digests that nobody here asks for."""

from __future__ import annotations

try:
    from _blake2 import blake2b  # where hashlib has it from
except ImportError:  # a Python without its own
    from hashlib import blake2b

__all__ = ["blake2b", "digest"]


def digest(size: int, *parts: str) -> str:
    """A digest of texts in so many bytes, written in hexadecimal. Texts may hold what is no character, as the names of files do."""
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()
