"""What the fuzzing makes, as strategies for Hypothesis: postings in every form, settings and rule files. The generators are the same."""

from __future__ import annotations

from functools import partial
from random import Random

import house
import postings
from hypothesis import strategies as st


def files(form: str) -> st.SearchStrategy[bytes]:
    """The content of a file of a form: a posting, settings or a rule. What breaks something `fuzz/minimise.py` makes smaller."""
    return st.integers(0, 2**32 - 1).map(partial(_made, form))


def named(*forms: str) -> st.SearchStrategy[tuple[str, bytes]]:
    """Files of several forms, each with its name."""
    return st.sampled_from(forms).flatmap(lambda form: files(form).map(lambda content: (postings.path(form), content)))


def _made(form: str, seed: int) -> bytes:
    rng = Random(seed)  # noqa: S311
    return house.data(rng, form) if form in house.FORMS else postings.data(rng, form)
