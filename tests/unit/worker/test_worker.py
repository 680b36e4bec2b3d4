"""The annotator process: what it answers, and how its client takes silence and death."""

from __future__ import annotations

import asyncio
import io
import os
import select
import subprocess
import sys
from collections.abc import Awaitable, Iterator
from pathlib import Path

import pytest

from annotators.annotation import AnnotationSet, BlockLabel, Entity, Layer, Mark, Mention
from annotators.article import Article, Block, Source
from annotators.document import to_document
from annotators.loaders.html import load_html
from annotators.memory.buffers import taken_up
from annotators.memory.frames import LENGTH
from annotators.pipeline import ModelUnavailable, Progress, annotate_structure
from annotators.worker import client as worker_client
from annotators.worker import serving as worker
from annotators.worker.client import AnnotatorClient, AnnotatorUnavailable

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
    assert taken_up(last["columns"], last["buffers"])["entities"] == FOUND.entities
    assert "blocks" in last["same"]
    assert "blocks" not in last["columns"]  # they were told before


def test_reasons_of_a_pages_labels_can_be_pickled(monkeypatch: pytest.MonkeyPatch) -> None:
    page = load_html(
        b"<nav><a href=/x>Home</a></nav><h1>Ferry strike</h1><p>The ferry did not go on Monday.</p>", "a.html"
    )
    known = annotate_structure(page)
    replies = io.BytesIO()
    worker.Worker(replies)._report({"id": 1}, known, 0.0)
    replies.seek(0)
    answer = worker.read_frame(replies)
    assert answer is not None
    blocks = taken_up(answer["columns"], answer["buffers"])["blocks"]
    assert [label.reasons for label in blocks] == [tuple(label.reasons) for label in known.blocks]
    assert any(label.reasons for label in blocks)


async def test_fields_left_out_of_an_answer_are_those_of_the_previous_one(tmp_path: Path) -> None:
    script = tmp_path / "annotator.py"
    script.write_text(
        f"import sys; sys.path.insert(0, {str(Path(__file__).parents[3])!r})\n"
        "from tests.unit.worker.test_worker import fake_steps\n"
        "from annotators.worker import serving as worker\n"
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
from annotators.worker import serving as worker
from annotators.pipeline import Progress
from tests.unit.worker.test_worker import fake_steps
worker.load_model = lambda model: object()
worker.annotate_in_steps = fake_steps
worker.main()
"""


PATIENCE = 60.0
"""Seconds in which whatever is waited for has to come, on a slow machine that has much else to do."""


@pytest.fixture
def _gives_way_sooner_or_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process is replaced because the machine is busy."""
    monkeypatch.setattr(worker_client, "_GIVES_WAY", PATIENCE)


def client(code: str, silence: float = PATIENCE) -> AnnotatorClient:
    return AnnotatorClient(command=(sys.executable, "-c", code), silence=silence)


async def collect(served: AnnotatorClient, article: Article = ARTICLE) -> list[Progress]:
    labels = tuple(BlockLabel(start=block.start, end=block.end, kind="body") for block in article.blocks)
    return [step async for step in served.annotate(article, STRUCTURE.with_layer(Layer.STRUCTURE, blocks=labels))]


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
        ("import os; os._exit(3)", PATIENCE, "ended unexpectedly"),
        ("import sys; sys.stdin.buffer.read()", 0.2, "stopped answering"),
        ("import sys; sys.stdout.write('Traceback')", PATIENCE, "ended unexpectedly"),
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
    mended = tmp_path / "mended"
    until = f"import os, pathlib, sys\nif not pathlib.Path({str(mended)!r}).exists():\n    {fault}\n"
    served = client(until + SERVES, PATIENCE if "exit" in fault else 1.0)
    try:
        with pytest.raises(AnnotatorUnavailable):
            await collect(served)
        mended.touch()
        served._silence = PATIENCE
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
        f"import sys; sys.path.insert(0, {str(Path(__file__).parents[3])!r})\n"
        "from tests.unit.worker.test_worker import many_steps\n"
        "from annotators.worker import serving as worker\n"
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


async def pid_after(served: AnnotatorClient, article: Article = ARTICLE) -> int | None:
    assert (await collect(served, article))[-1].annotations.entities == FOUND.entities
    return served.pid


@pytest.mark.usefixtures("_gives_way_sooner_or_later")
@pytest.mark.parametrize("reached", [HALF_A_QUESTION, HALF_AN_ANSWER], ids=["question", "answer"])
async def test_a_question_that_is_cancelled_costs_no_process(reached: str) -> None:
    served = client(SERVES)
    try:
        before = await pid_after(served)
        asked = asyncio.create_task(collect(served, LONG if reached is HALF_A_QUESTION else ARTICLE))
        while not served._answering:
            await asyncio.sleep(0)
        asked.cancel()
        await asyncio.wait([asked])
        assert asked.cancelled()
        assert await pid_after(served) == before
    finally:
        await served.close()


NEVER_ENDS = """
import itertools, sys, time
from annotators.worker import serving as worker
from tests.unit.worker.test_worker import STRUCTURE, Progress, fake_steps
worker.load_model = lambda model: object()
def steps(article, annotations, reader, first, between):
    yield from fake_steps() if first else [Progress(STRUCTURE, 0.1)]
    while not first:
        {waits}
worker.annotate_in_steps = steps
worker.main()
"""


async def first_step_then_another_question(served: AnnotatorClient) -> tuple[int | None, int | None]:
    """The process before and after a question that is given up for another one, which begins further down."""
    async for step in served.annotate(ARTICLE, STRUCTURE):
        assert step.share == 0.1
        break
    before = served.pid
    steps = [step async for step in served.annotate(ARTICLE, STRUCTURE, first=20)]
    assert steps[-1].annotations.entities == FOUND.entities
    return before, served.pid


@pytest.mark.usefixtures("_gives_way_sooner_or_later")
async def test_a_question_under_way_gives_way_to_a_newer_one_between_two_runs_of_the_model() -> None:
    served = client(NEVER_ENDS.format(waits="between()"))
    try:
        before, after = await first_step_then_another_question(served)
        assert before == after
    finally:
        await served.close()


async def test_a_process_that_does_not_give_way_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_client, "_GIVES_WAY", 0.3)
    served = client(NEVER_ENDS.format(waits="sum(range(1000))"))
    try:
        before, after = await first_step_then_another_question(served)
        assert before != after
    finally:
        await served.close()


async def test_a_process_that_reads_nothing_counts_as_hung() -> None:
    served = client("import time; time.sleep(60)", 0.3)
    try:
        with pytest.raises(AnnotatorUnavailable, match="stopped answering"):
            await asyncio.wait_for(collect(served, LONG), PATIENCE)
    finally:
        await served.close()


SLOW = """
import time
from annotators.worker import serving as worker
from tests.unit.worker.test_worker import fake_steps
worker.load_model = lambda model: object()
worker._PULSE = 0.05
def steps(article, annotations, reader, first, between):
    end = time.process_time() + 1.0
    while first and {works}:
        pass
    yield from fake_steps()
worker.annotate_in_steps = steps
worker.main()
"""


async def the_second_question(works: str) -> list[Progress]:
    """What comes of one that takes a second or more, of a process whose silence is borne for half a one."""
    served = client(SLOW.format(works=works))
    try:
        await collect(served)
        served._silence = 0.5
        return [step async for step in served.annotate(ARTICLE, STRUCTURE, first=20)]
    finally:
        await served.close()


async def test_a_process_that_computes_for_long_is_not_taken_for_hung(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[float] = []
    wait_for = asyncio.wait_for

    async def patiently(coming: Awaitable[object], seconds: float) -> object:
        begun.append(seconds)
        return await wait_for(coming, PATIENCE)

    monkeypatch.setattr(worker_client.asyncio, "wait_for", patiently)  # the process may be kept from computing, too
    steps = await the_second_question("time.process_time() < end")
    assert steps[-1].annotations.entities == FOUND.entities
    assert begun.count(0.5) > 4  # each time it says that it computes, its silence begins anew; two come at the end


async def test_a_process_that_waits_for_ever_is() -> None:
    with pytest.raises(AnnotatorUnavailable, match="stopped answering"):
        await the_second_question("time.sleep(9) is None")


async def test_the_process_has_a_session_of_its_own_and_steps_back() -> None:
    served = client(SERVES)
    try:
        pid = await pid_after(served)
        assert pid is not None
        assert os.getsid(pid) == pid
        own = os.getpriority(os.PRIO_PROCESS, 0)
        assert os.getpriority(os.PRIO_PROCESS, pid) > own or own == 19  # nobody can step back further
    finally:
        await served.close()


READS = """
import asyncio, sys
from tests.unit.worker.test_worker import ARTICLE, NEVER_ENDS, STRUCTURE, client
async def read():
    served = client(f"lasts = open({sys.argv[1]!r}, 'w')" + NEVER_ENDS.format(waits="sum(range(1000))"))
    async for step in served.annotate(ARTICLE, STRUCTURE):
        print(step.share, flush=True)
asyncio.run(read())
"""


def test_a_process_whose_reader_was_killed_ends_in_the_middle_of_its_work(tmp_path: Path) -> None:
    lasts = tmp_path / "lasts"
    os.mkfifo(lasts)
    with os.fdopen(os.open(lasts, os.O_RDONLY | os.O_NONBLOCK)) as until_it_ends:
        reads = subprocess.Popen([sys.executable, "-c", READS, str(lasts)], stdout=subprocess.PIPE, text=True)
        assert reads.stdout is not None
        with reads.stdout:
            assert reads.stdout.readline() == "0.1\n"
            assert not select.select([until_it_ends], [], [], 0.0)[0]
            reads.kill()
            reads.wait()
        assert select.select([until_it_ends], [], [], PATIENCE)[0]
        assert until_it_ends.read() == ""


def test_a_process_that_is_sent_what_is_no_question_ends() -> None:
    sent = (5).to_bytes(LENGTH.size, "big") + b"hello"
    done = subprocess.run([sys.executable, "-P", "-m", "annotators.worker"], input=sent, timeout=PATIENCE, check=False)
    assert done.returncode == 0
