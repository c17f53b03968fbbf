"""What happens to a text or to bytes on their way to a reader: pieces lost, doubled, turned and torn, odd characters, odd encodings."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

LINES = ("\n", "\n\n", "\r\n", "\r", "\n  ", "\n\t", "\n    ", "\x85", "\u2028", "\u2029", "\v", "\f")
ODD = (
    "\u0301", "e\u0301", "a\u0300\u0323", "\u200b", "\u200d", "\u200e", "\u202e", "\u202d", "\u2066", "\u2069", "\u00ad", "\ufeff", "\u00a0", "\u2009", "\u3000",
    "👩‍🍳", "🏴\U000e0067\U000e007f", "\U0001f1ee\U0001f1ea", "𝐂𝐨𝐨𝐤", "ﬁ", "ß", "İ", "ı", "ǅ", "Ω", "ſ", "日本", "עברית", "العربية", "\ue000", "\U0010ffff", "\ufffd",
    "“", "”", "’", "—", "‑", "…", "½", "٣", "Ⅳ", "①", "\x00", "\x1b[31m", "\x07", "\x7f", "\x9b", "\x1a",
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "latin-1", "shift_jis", "utf-32")
_BYTES = (
    b"\x00", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80", b"\r", b"\n", b"\x1b",
)  # fmt: skip
_MOST = 40_000  # characters that a text may grow to


def chance(rng: Random, share: float) -> bool:
    """Whether something happens that happens so often."""
    return rng.random() < share


def text(rng: Random, whole: str, signs: Sequence[str], times: int) -> str:
    """A text changed so many times; `signs` are what its reader looks for."""
    for _ in range(times):
        low = rng.randrange(len(whole) + 1)
        high = min(len(whole), low + rng.randrange(1, 40))
        kind = rng.randrange(10)
        if kind < 3:  # noqa: PLR2004
            whole = whole[:low] + rng.choice(signs) + whole[low:]
        elif kind == 3:  # noqa: PLR2004
            whole = whole[:low] + rng.choice(ODD) + whole[low:]
        elif kind == 4:  # noqa: PLR2004
            whole = whole[:low] + whole[high:]
        elif kind == 5:  # noqa: PLR2004
            whole = whole[:high] + whole[low:high] * rng.choice((1, 1, 2, 30)) + whole[high:]
        elif kind == 6:  # noqa: PLR2004
            at = rng.randrange(len(whole) + 1)
            whole = whole[:at] + whole[low:high] + whole[at:]
        elif kind == 7:  # noqa: PLR2004
            whole = whole[:low] + rng.choice(LINES) + whole[low:]
        elif kind == 8:  # noqa: PLR2004
            whole = whole[:low] + whole[low:high].swapcase() + whole[high:]
        else:
            whole = whole.replace(
                *rng.choice((("\n", "\r\n"), ("\n", "\r"), (" ", "\u00a0"), ("\n\n", "\n"), (" ", "  "), ("\n", " \n"), ("'", "’")))
            )
        whole = whole[:_MOST]
    return whole


def encoded(rng: Random, whole: str) -> bytes:
    """A text's bytes: mostly UTF-8, sometimes another encoding."""
    encoding = "utf-8" if chance(rng, 0.85) else rng.choice(ENCODINGS)
    return whole.encode(encoding, "replace")


def damaged(rng: Random, data: bytes, times: int = 3) -> bytes:
    """Bytes with some turned, put in, doubled or cut off."""
    found = bytearray(data)
    for _ in range(rng.randrange(1, times + 1)):
        at = rng.randrange(len(found) + 1)
        kind = rng.randrange(6)
        if kind == 0 and at < len(found):
            found[at] ^= 1 << rng.randrange(8)
        elif kind == 1 and at < len(found):
            found[at] = rng.choice((0, 1, 0x7F, 0x80, 0xFF, rng.randrange(256)))
        elif kind == 2:  # noqa: PLR2004
            found[at:at] = rng.choice(_BYTES)
        elif kind == 3:  # noqa: PLR2004
            del found[at : at + rng.randrange(1, 20)]
        elif kind == 4:  # noqa: PLR2004
            found[at:at] = found[at : at + rng.randrange(1, 60)]
        elif chance(rng, 0.3):
            del found[at:]
    return bytes(found)
