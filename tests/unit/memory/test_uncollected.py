"""The cycle collector rests during a call, and is afterwards as it was before."""

import gc
import weakref

import pytest

from annotators.boilerplate import label_blocks
from annotators.loaders.html import load_html
from annotators.memory.uncollected import _MOST_CALLS, uncollected


@uncollected
def collects(fails: bool = False) -> bool:
    if fails:
        raise LookupError
    return gc.isenabled()


@pytest.mark.parametrize("before", [True, False])
def test_the_collector_rests_and_is_then_as_it_was(before: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if before else gc.disable)()
        assert not collects()
        assert gc.isenabled() == before
        with pytest.raises(LookupError):
            collects(fails=True)
        assert gc.isenabled() == before
    finally:
        (gc.enable if was else gc.disable)()


class Link:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


@uncollected
def made() -> Link:
    return Link()


def test_new_objects_go_to_the_oldest_generation() -> None:
    link = made()
    assert any(one is link for one in gc.get_objects(generation=2))


def test_frozen_objects_stay_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        link = made()
        assert gc.get_freeze_count() == frozen > 0
        assert not any(one is link for one in gc.get_objects(generation=2))
    finally:
        gc.unfreeze()


def test_cycles_among_it_are_found_in_the_end() -> None:
    gone = weakref.ref(made())
    assert gone() is not None
    for _ in range(_MOST_CALLS):
        made()
    assert gone() is None


def test_garbage_left_by_a_page_does_not_grow_with_it() -> None:
    head = "<title>Ferry</title><nav><a href=a>News</a></nav><main><h1>Ferry</h1>"
    left = []
    for count in (1, 1, 100):
        paragraphs = "".join(f"<div class=story><p>It stays for year {year}.</p></div>" for year in range(count))
        gc.collect()
        label_blocks(load_html(f"{head}{paragraphs}</main>".encode(), "a.html"))
        left.append(gc.collect())
    assert left[2] <= left[1]
