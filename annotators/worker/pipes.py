"""The pipes of an annotator process, which carry whole frames even if the requesting task is cancelled."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Iterable
from typing import Any, Self

from annotators.memory.frames import LENGTH, buffer_from

__all__ = ["WorkerPipes"]

Answer = dict[str, Any]

_MAX_FRAME = 1 << 30


class WorkerPipes:
    """A running process with its pipes; a cancelled task leaves no partial frame in either direction."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._answers: asyncio.Queue[Answer | Exception] = asyncio.Queue()
        self._sending: asyncio.Task[None] | None = None
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def open(cls, command: tuple[str, ...]) -> Self:
        """Start the process in a session of its own; raises `OSError`.

        Linux divides processor time among sessions first; in the session of the reader's terminal the annotator would
        compete with the reader's keys.
        """
        pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        return cls(
            await asyncio.create_subprocess_exec(
                *command, stdin=pipe, stdout=pipe, stderr=nothing, start_new_session=True
            )
        )

    @property
    def usable(self) -> bool:
        """Whether the process is running and its answers can be read."""
        return self._process.returncode is None and not self._reading.done()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def send(self, frames: Iterable[bytes]) -> None:
        """Queue frames for sending; errors are raised by `receive`."""
        self._sending = asyncio.create_task(self._send(self._sending, frames))

    async def receive(self) -> Answer:
        """The next answer; raises `OSError` or `EOFError` if there will be none."""
        answer = await self._answers.get()
        if isinstance(answer, Exception):
            self._answers.put_nowait(answer)  # put back, as it holds for the next caller too
            raise answer
        return answer

    def wake(self) -> None:
        """Make the present or next call of `receive` return an empty answer."""
        self._answers.put_nowait({})

    async def close(self) -> None:
        """End the process."""
        self.kill()
        tasks = [task for task in (self._sending, self._reading) if task is not None and not task.done()]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        if self._process.stdin is not None:
            self._process.stdin.close()
        await self._process.wait()
        await asyncio.sleep(0)  # the ends of its pipes are closed by callbacks, which a closing loop would drop

    def kill(self) -> None:
        """End the process without waiting for it."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def _send(self, before: asyncio.Task[None] | None, frames: Iterable[bytes]) -> None:
        pipe = self._process.stdin
        assert pipe is not None
        if before is not None:
            await asyncio.wait([before])
        try:
            for frame in frames:
                pipe.write(frame)
                await pipe.drain()
        except OSError as error:
            self._answers.put_nowait(error)

    async def _body(self) -> bytes:
        """The body after the next length on the pipe."""
        pipe = self._process.stdout
        assert pipe is not None
        (length,) = LENGTH.unpack(await pipe.readexactly(LENGTH.size))
        if length > _MAX_FRAME:
            raise EOFError("a frame too large to be one")
        return await pipe.readexactly(length)

    async def _read(self) -> None:
        try:
            while True:
                answer: Answer = json.loads(await self._body())
                answer["buffers"] = [buffer_from(code, await self._body()) for code in answer.pop("follow", "")]
                self._answers.put_nowait(answer)
                await asyncio.sleep(0)  # there may be more at once than the keys can wait for
        except (OSError, EOFError, ValueError, TypeError, AttributeError) as error:
            self._answers.put_nowait(error if isinstance(error, OSError | EOFError) else EOFError(str(error)))
