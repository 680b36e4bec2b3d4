"""`broadsheet models`: the spaCy pipelines that can be used here, and their speed on this machine."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence

from annotators.annotation import AnnotationSet
from annotators.loaders import load
from annotators.model_catalogue import ModelInfo, installed_models, look_up
from annotators.pipeline import ModelUnavailable, annotate_in_steps, annotate_structure, load_model
from tui import paths
from tui.settings.config import Settings
from tui.settings.config_file import ConfigError, read_settings
from tui.terminal.console import narrate, write_data
from tui.terminal.safe_text import one_line

__all__ = ["tell_models"]

_HEADER = ("model", "version", "MB", "licence", "F of names", "state", "labels of names")


def tell_models(wanted: Sequence[str] = (), *, tried: bool = False) -> int:
    """Print these models, or all that are installed; returns 1 if one that is used or asked for does not work.

    With `tried` each is loaded and run on the sample articles.
    """
    used = _used()
    known = [look_up(name) for name in wanted] if wanted else _all(used)
    ill = False
    write_data("\t".join(_HEADER) + "\n")
    for info in known:
        is_used = info.folder is not None and info.folder == look_up(used).folder
        state = _state(info, is_used)
        if tried and info.problem is None:
            try:
                state += f", {_trial(info.name)}"
            except ModelUnavailable as error:
                info, state = ModelInfo(info.name), str(error)
                ill = True
        ill |= info.problem is not None and (bool(wanted) or info.name == (used or ""))
        write_data("\t".join(one_line(field) for field in _row(info, state)) + "\n")
    return 1 if ill else 0


def _all(used: str | None) -> list[ModelInfo]:
    """The installed models, and that of the settings if it is a folder or missing."""
    known = list(installed_models())
    if used and used not in {info.name for info in known}:
        known.append(look_up(used))
    return known


def _used() -> str | None:
    try:
        return read_settings(paths.config_file()).model
    except ConfigError as error:
        narrate(str(error))
        return Settings().model


def _state(info: ModelInfo, is_used: bool) -> str:
    if info.problem:
        return f"cannot be used: {info.problem}"
    return "used" if is_used else "ready"


def _row(info: ModelInfo, state: str) -> Iterable[str]:
    yield info.name
    yield info.version or "-"
    yield f"{info.size / 1e6:.1f}" if info.size else "-"
    yield info.licence or "-"
    yield f"{100 * info.score:.1f}" if info.score is not None else "-"
    yield state
    yield " ".join(info.labels) or "-"


def _trial(name: str) -> str:
    """The time that a model takes to load, and its speed."""
    started = time.perf_counter()
    pipeline = load_model(name)
    loaded = time.perf_counter()
    words = 0
    for source in paths.sample_articles():
        article = load(source)
        words += len(article.text.split())
        annotations: AnnotationSet = annotate_structure(article)
        for _ in annotate_in_steps(article, annotations, pipeline):
            continue
    spent = time.perf_counter() - loaded
    return f"loads in {loaded - started:.1f} s, reads {words / spent:,.0f} words a second"
