"""How often the annotator reports: new layers at once, the rest from time to time."""

from __future__ import annotations

import pytest

from annotators.annotation import AnnotationSet, Layer
from annotators.worker import serving as worker

STRUCTURE = AnnotationSet().with_layer(Layer.STRUCTURE)
NAMED = STRUCTURE.with_layer(Layer.ENTITIES)


def test_between_the_first_and_the_last_a_step_a_second_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(worker.time, "monotonic", lambda: now)
    pace = worker._Pace()
    steps = [(0.0, STRUCTURE, 0.0), (0.1, NAMED, 0.1), (0.3, NAMED, 0.2), (1.2, NAMED, 0.4), (1.4, NAMED, 0.8)]
    told = []
    for seconds, found, share in [*steps, (1.5, NAMED, 1.0)]:
        now = 100.0 + seconds
        told.append(pace.lets_through(found.ready, share))
    assert told == [True, True, False, True, False, True]
