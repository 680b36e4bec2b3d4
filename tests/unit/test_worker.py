"""The annotator process: what it answers, and how its client takes silence and death."""

from __future__ import annotations

import asyncio
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotators import worker
from annotators.annotation import AnnotationSet, BlockLabel, Entity, Layer, Mark, Mention
from annotators.article import Article, Block, Source
from annotators.document import to_document
from annotators.pipeline import ModelUnavailable, Progress
from annotators.worker_client import AnnotatorClient, AnnotatorUnavailable

TEXT = "Ada Lovelace spoke.\nShe left."
ARTICLE = Article(TEXT, (Block(0, 19), Block(20, 29)), Source("a.txt"))
STRUCTURE = AnnotationSet().with_layer(
    Layer.STRUCTURE,
    blocks=(BlockLabel(start=0, end=19, kind="body"), BlockLabel(start=20, end=29, kind="body")),
)
FOUND = STRUCTURE.with_layer(
    Layer.ENTITIES,
    mentions=(Mention(start=0, end=12, label="PERSON", entity="e1"),),
    entities=(Entity("e1", "Ada Lovelace", "PERSON"),),
)


def fake_steps(*_: object) -> Iterator[Progress]:
    yield Progress(STRUCTURE, 0.5)
    yield Progress(FOUND, 1.0)


def ask(monkeypatch: pytest.MonkeyPatch, *requests: dict[str, object]) -> list[dict[str, object]]:
    asked, answered = io.BytesIO(), io.BytesIO()
    for request in requests:
        worker.write_frame(asked, request)
    asked.seek(0)
    monkeypatch.setattr(worker, "annotate_in_steps", fake_steps)
    worker.Worker(answered).run(asked)
    answered.seek(0)
    return list(iter(lambda: worker.read_frame(answered), None))  # type: ignore[arg-type]


def test_answers_grow_until_the_whole_text_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "load_model", lambda model: object())
    request = {"id": 7, "document": to_document(ARTICLE, STRUCTURE), "first": 0, "model": None}
    replies = io.BytesIO()
    monkeypatch.setattr(worker, "annotate_in_steps", fake_steps)
    served = worker.Worker(replies)
    served._answer(request)
    replies.seek(0)
    first, last = worker.read_frame(replies), worker.read_frame(replies)
    assert first is not None
    assert last is not None
    assert (first["share"], last["share"]) == (0.5, 1.0)
    assert last["document"]["entity_index"][0]["name"] == "Ada Lovelace"
    assert "text" not in last["document"]
    assert "blocks" in last["same"]
    assert "blocks" not in last["document"]  # they were told before


async def test_what_an_answer_leaves_out_is_what_the_answer_before_had(tmp_path: Path) -> None:
    script = tmp_path / "annotator.py"
    script.write_text(
        f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r})\n"
        "from tests.unit.test_worker import fake_steps\n"
        "from annotators import worker\n"
        "worker.annotate_in_steps = fake_steps\n"
        "worker.load_model = lambda model: None\n"
        "worker.Worker(sys.stdout.buffer).run(sys.stdin.buffer)\n"
    )
    client = AnnotatorClient(command=(sys.executable, str(script)))
    steps = [step async for step in client.annotate(ARTICLE, STRUCTURE)]
    await client.close()
    assert [step.annotations for step in steps] == [STRUCTURE, FOUND]
    assert steps[1].annotations.blocks is steps[0].annotations.blocks


def test_a_missing_model_is_one_line_and_not_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(model: str | None) -> object:
        raise ModelUnavailable(f"no model {model}")

    monkeypatch.setattr(worker, "load_model", nothing)
    answers = ask(monkeypatch, {"id": 1, "model": "gone", "document": to_document(ARTICLE, STRUCTURE)})
    assert answers == [{"id": 1, "failed": "no model gone"}]


SERVES = """
import sys
from annotators import worker
from annotators.pipeline import Progress
from tests.unit.test_worker import fake_steps
worker.load_model = lambda model: object()
worker.annotate_in_steps = fake_steps
worker.main()
"""


def client(code: str, silence: float = 30.0) -> AnnotatorClient:
    return AnnotatorClient(command=(sys.executable, "-c", code), silence=silence)


async def collect(served: AnnotatorClient, article: Article = ARTICLE) -> list[Progress]:
    return [step async for step in served.annotate(article, STRUCTURE)]


async def test_the_client_hands_on_what_the_process_finds() -> None:
    served = client(SERVES)
    try:
        steps = await collect(served)
        assert [step.share for step in steps] == [0.5, 1.0]
        assert steps[-1].annotations.entities == FOUND.entities
        assert [step.share for step in await collect(served)] == [0.5, 1.0]  # the same process, kept warm
    finally:
        await served.close()


@pytest.mark.parametrize(
    ("code", "silence", "said"),
    [
        ("import os; os._exit(3)", 30.0, "ended unexpectedly"),
        ("import sys; sys.stdin.buffer.read()", 0.2, "stopped answering"),
        ("import sys; sys.stdout.write('Traceback')", 30.0, "ended unexpectedly"),
    ],
)
async def test_a_process_that_dies_or_hangs_is_said_in_one_line(code: str, silence: float, said: str) -> None:
    served = client(code, silence)
    try:
        with pytest.raises(AnnotatorUnavailable, match=said):
            await collect(served)
    finally:
        await served.close()


@pytest.mark.parametrize("fault", ["sys.stdin.buffer.read()", "os._exit(3)"])
async def test_a_process_that_hung_or_died_is_replaced_at_the_next_question(fault: str, tmp_path: Path) -> None:
    once = f"import os, pathlib, sys\nseen = pathlib.Path({str(tmp_path / 'seen')!r})\n"
    once += f"if not seen.exists():\n    seen.touch()\n    {fault}\n"
    served = client(once + SERVES, 30.0 if "exit" in fault else 1.0)
    try:
        with pytest.raises(AnnotatorUnavailable):
            await collect(served)
        served._silence = 30.0
        assert (await collect(served))[-1].annotations.entities == FOUND.entities
    finally:
        await served.close()


LONG_TEXT = "\n".join(f"Line {number} \ud800 “said” 北京" for number in range(9000))
LONG = Article(LONG_TEXT, (Block(0, len(LONG_TEXT)),), Source("long.txt"))


def many_steps(article: Article, *_: object) -> Iterator[Progress]:
    assert article.text == LONG.text
    marks = tuple(Mark(start=number, end=number + 5, kind="direct") for number in range(3500))
    yield Progress(AnnotationSet(marks=marks), 1.0)


async def test_a_long_text_arrives_as_it_is_and_many_annotations_in_order(tmp_path: Path) -> None:
    script = tmp_path / "annotator.py"
    script.write_text(
        f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r})\n"
        "from tests.unit.test_worker import many_steps\n"
        "from annotators import worker\n"
        "worker.annotate_in_steps = many_steps\n"
        "worker.load_model = lambda model: None\n"
        "worker.Worker(sys.stdout.buffer).run(sys.stdin.buffer)\n"
    )
    client = AnnotatorClient(command=(sys.executable, str(script)))
    steps = [step async for step in client.annotate(LONG, AnnotationSet().with_layer(Layer.STRUCTURE))]
    await client.close()
    assert [mark.start for mark in steps[0].annotations.marks] == list(range(3500))


HALF_A_QUESTION = "    select.select([0], [], [])\n"
HALF_AN_ANSWER = "    os.write(1, (1000).to_bytes(4, 'big') + b'{')\n"
LONG = Article("Ada Lovelace spoke.\n" + "She left. " * 100_000, (Block(0, 19), Block(20, 1_000_020)), Source("a.txt"))
"""More than a pipe takes at once."""


@pytest.mark.parametrize("reached", [HALF_A_QUESTION, HALF_AN_ANSWER], ids=["question", "answer"])
async def test_a_question_that_is_cancelled_halfway_does_not_spoil_the_next(reached: str, tmp_path: Path) -> None:
    seen, go = tmp_path / "seen", tmp_path / "go"
    once = f"import os, pathlib, select, sys, time\nseen, go = map(pathlib.Path, {[str(seen), str(go)]!r})\n"
    once += f"if not seen.exists():\n{reached}    seen.touch()\n    while not go.exists(): time.sleep(0.01)\n"
    served = client(once + SERVES)
    try:
        asked = asyncio.create_task(collect(served, LONG if reached is HALF_A_QUESTION else ARTICLE))
        while not seen.exists():
            await asyncio.sleep(0.01)
        asked.cancel()
        await asyncio.wait([asked])
        assert asked.cancelled()
        go.touch()
        assert (await collect(served))[-1].annotations.entities == FOUND.entities
    finally:
        await served.close()
