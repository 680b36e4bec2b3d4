"""Frozen objects that are made in less time are like any other."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

from annotators.annotation import BlockLabel
from annotators.article import Block
from annotators.memory.making import maker_of


def test_an_object_is_like_one_that_the_class_makes() -> None:
    made = maker_of(Block)(3, 9, "p", "body/p", 2, 1, "body", 0)
    assert type(made) is Block
    assert made == Block(3, 9, "p", "body/p", 2, 1, "body", 0)
    assert hash(made) == hash(replace(made, pictured=0))
    assert pickle.loads(pickle.dumps(made)) == made


def test_an_object_of_a_class_that_inherits_fields_has_them_all() -> None:
    made = maker_of(BlockLabel)(start=1, end=4, score=0.5, reasons=("why",), kind="nav")
    assert made == BlockLabel(start=1, end=4, score=0.5, reasons=("why",), kind="nav")
    assert made.boilerplate
    assert made.span == (1, 4)
    assert replace(made, kind="body") == BlockLabel(start=1, end=4, score=0.5, reasons=("why",), kind="body")


def test_an_object_is_frozen() -> None:
    made = maker_of(Block)(3, 9, "p", "", 0, 0, "", 0)
    with pytest.raises(FrozenInstanceError):
        made.start = 4  # type: ignore[misc]
