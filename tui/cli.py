"""The command line: `broadsheet SOURCE...` reads, the sub-commands annotate, export and tell.

Standard output is data, standard error is narration. Exit status: 0 done, 1 failed, 2 wrong usage.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from tui.console import OutputFailed, OutputGone, narrate, narrate_crash

if TYPE_CHECKING:
    import argparse

__all__ = ["main"]

_INTERRUPTED: Final = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    name = words[0] if words else ""
    try:
        if name in _COMMANDS:
            return _COMMANDS[name](words[1:])
        if any(word.startswith("-") for word in words):
            return _read(words)
        from tui.reading import read

        return read(words)
    except OutputGone:
        return 0
    except OutputFailed as error:
        narrate(str(error))
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:
        narrate_crash(error)
        return 1


def _read(words: Sequence[str]) -> int:
    from tui.listed_options import add_kind_switches, add_say, take_kind_switches, take_said

    parser = _parser(
        "broadsheet",
        description="Read news articles in the terminal: who is named, who says what, and what is not the article.",
        epilog="commands: broadsheet annotate | export | compare | models | corrections | keys | paths | "
        "doctor (each with --help). A file called like a command is read as ./annotate.",
    )
    _add_sources(parser, "*", "; none opens the library")
    parser.add_argument(
        "--plain", action="store_true", help="print the clean article and open no screen; no line is broken"
    )
    add_say(parser)
    add_kind_switches(parser)
    _add_corrections(parser)
    _add_model_name(parser)
    parser.add_argument("--version", action="store_true", help="print the version")
    chosen = parser.parse_args(words)
    kinds, said = take_kind_switches(parser, chosen), take_said(parser, chosen)
    if chosen.version:
        from tui.telling import tell_version

        return tell_version()
    from tui.reading import Printed, read

    printed = Printed(chosen.plain or bool(said), said, chosen.corrections)
    return read(chosen.sources, model=chosen.model, kinds=kinds, printed=printed)


def _annotate(words: Sequence[str]) -> int:
    parser = _parser(
        "broadsheet annotate",
        description="Print articles with all their annotations. One article as json is an object, several are an "
        "array; as jsonl each is a line.",
    )
    _add_sources(parser)
    parser.add_argument("--format", choices=("json", "jsonl"), default="json", help="default: json")
    _add_corrections(parser)
    _add_output(parser)
    _add_model(parser, entities=True, without="leave out names, which need the model")
    return _run(parser.parse_args(words))


def _export(words: Sequence[str]) -> int:
    from annotators.exporters import FORMATS
    from tui.listed_options import add_kind_switches, take_kind_switches

    parser = _parser(
        "broadsheet export",
        description="Write the clean article. "
        + "; ".join(f"{one.name}: {one.description}" for one in FORMATS.values()),
    )
    _add_sources(parser, "*")
    parser.add_argument("--format", choices=tuple(FORMATS), default="md", help="default: md")
    add_kind_switches(parser)
    _add_corrections(parser)
    _add_output(parser)
    _add_model(parser, entities=None, without="names, which need the model (default: only in json)")
    chosen = parser.parse_args(words)
    kinds = take_kind_switches(parser, chosen)
    if not chosen.sources:
        parser.error("the following arguments are required: SOURCE")
    return _run(chosen, kinds)


def _compare(words: Sequence[str]) -> int:
    parser = _parser(
        "broadsheet compare",
        description="What two articles quote alike, what an editor changed in it, and what only one of them reports.",
    )
    parser.add_argument("left", metavar="A", help="an article")
    parser.add_argument("right", metavar="B", help="the article to hold against it")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument(
        "--read", action="store_true", help="open both in the reader, with the comparison over the first"
    )
    _add_model(parser, entities=True, without="leave out names, which need the model")
    chosen = parser.parse_args(words)
    if chosen.read:
        from tui.reading import can_draw, read

        if can_draw():
            return read((chosen.left, chosen.right), model=chosen.model, compare=True)
    from tui.comparing import run_comparison

    return run_comparison(
        chosen.left, chosen.right, format_name=chosen.format, entities=chosen.entities, model=chosen.model
    )


def _run(chosen: argparse.Namespace, kinds: Mapping[str, bool] | None = None) -> int:
    from annotators.cleaning import DEFAULT_STRIPPED
    from tui.batch import Job, run_job
    from tui.kinds import choice_of
    from tui.reading import settings_or_default

    by_format = chosen.format in {"json", "jsonl"}
    return run_job(
        Job(
            sources=tuple(chosen.sources),
            format=chosen.format,
            stripped=DEFAULT_STRIPPED if kinds is None else choice_of(settings_or_default(), kinds).stripped,
            entities=by_format if chosen.entities is None else chosen.entities,
            model=chosen.model,
            output=chosen.output,
            force=chosen.force,
            corrections=chosen.corrections,
        )
    )


def _models(words: Sequence[str]) -> int:
    parser = _parser(
        "broadsheet models",
        description="List the spaCy pipelines that can be used: the one that ships and those that are installed, with "
        "version, size in MB, licence, the F of their names as their makers give it, and labels; tabs between them.",
    )
    parser.add_argument("names", metavar="NAME|PATH", nargs="*", help="only these")
    parser.add_argument("--try", dest="tried", action="store_true", help="load each and measure how fast it reads here")
    chosen = parser.parse_args(words)
    from tui.models import tell_models

    return tell_models(chosen.names, tried=chosen.tried)


def _tell(words: Sequence[str], name: str) -> int:
    from tui import telling

    tell, description = telling.SUBJECTS[name]
    _parser(f"broadsheet {name}", description=description).parse_args(words)
    return tell()


def _parser(name: str, *, description: str, epilog: str | None = None) -> argparse.ArgumentParser:
    import argparse  # articles alone are read without it

    return argparse.ArgumentParser(prog=name, description=description, epilog=epilog)


def _add_sources(parser: argparse.ArgumentParser, nargs: str = "+", otherwise: str = "") -> None:
    what = "a text, Markdown, HTML, .mhtml or .eml file, a folder of them, an address, or - for standard input"
    parser.add_argument("sources", metavar="SOURCE", nargs=nargs, help=what + otherwise)


def _add_corrections(parser: argparse.ArgumentParser) -> None:
    import argparse

    parser.add_argument(
        "--corrections",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="apply, or leave out, what you have corrected in the reader (default: apply)",
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="PATH", help="a file, or a folder for several articles")
    parser.add_argument("--force", action="store_true", help="replace files that are there")


def _add_model(parser: argparse.ArgumentParser, *, entities: bool | None, without: str) -> None:
    import argparse

    parser.add_argument("--entities", action=argparse.BooleanOptionalAction, default=entities, help=without)
    _add_model_name(parser)


def _add_model_name(parser: argparse.ArgumentParser) -> None:
    what = "a spaCy pipeline in place of the one that ships; broadsheet models lists those that are installed"
    parser.add_argument("--model", metavar="NAME|PATH", help=what)


_COMMANDS: Final[dict[str, Callable[[Sequence[str]], int]]] = {
    "annotate": _annotate,
    "compare": _compare,
    "export": _export,
    "keys": partial(_tell, name="keys"),
    "models": _models,
    "paths": partial(_tell, name="paths"),
    "corrections": partial(_tell, name="corrections"),
    "doctor": partial(_tell, name="doctor"),
}
