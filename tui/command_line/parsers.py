"""The parsers of reading and of every sub-command; they also serve completion and the manual page."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Final

from tui.command_line.listed_options import add_kind_switches, add_say

__all__ = ["PARSERS", "SHELLS", "reading_parser"]

SHELLS: Final = ("bash", "zsh", "fish")


def reading_parser() -> argparse.ArgumentParser:
    """The parser of `broadsheet SOURCE...`."""
    parser = argparse.ArgumentParser(
        prog="broadsheet",
        description="Read news articles in the terminal: who is named, who says what, and what is not the article.",
        epilog=f"commands: broadsheet {' | '.join(PARSERS)} (each with --help). A file called like a command is read "
        "as ./annotate.",
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
    return parser


def _annotate() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="broadsheet annotate",
        description="Print articles with all their annotations. One article as json is an object, several are an "
        "array; as jsonl each is a line, as csv each annotation is; w3c are Web Annotations.",
    )
    _add_sources(parser)
    parser.add_argument("--format", choices=("json", "jsonl", "w3c", "csv"), default="json", help="default: json")
    _add_corrections(parser)
    _add_notes(parser)
    _add_output(parser)
    _add_model(parser, entities=True, without="leave out names, which need the model")
    return parser


def _export() -> argparse.ArgumentParser:
    from annotators.exporters import FORMATS

    parser = argparse.ArgumentParser(
        prog="broadsheet export",
        description="Write the clean article. "
        + "; ".join(f"{one.name}: {one.description}" for one in FORMATS.values()),
    )
    _add_sources(parser, "*")
    parser.add_argument("--format", choices=tuple(FORMATS), default="md", help="default: md")
    add_kind_switches(parser)
    _add_corrections(parser)
    _add_notes(parser)
    _add_output(parser)
    without = "names, which need the model (default: in all formats but txt and md)"
    _add_model(parser, entities=None, without=without)
    return parser


def _layers() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="broadsheet layers",
        description="Print how much is found in articles: source, layer, label and number, tabs between them. In "
        "the layer quotes, direct, mixed and indirect are statements, and mark: is a pair of quotation marks: "
        "mark:direct (speech), "
        "mark:fragment (a few words taken from somebody), mark:scare (words the writer does not vouch for), "
        "mark:nested (a quote inside a quote), mark:title and mark:nickname.",
    )
    _add_sources(parser)
    _add_model(parser, entities=True, without="leave out names, which need the model")
    return parser


def _eval() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="broadsheet eval",
        description="Annotate the texts of broadsheet/1 documents again, and print precision, recall and F of what is "
        "found against what they have, tabs between them: for documents that you have marked or corrected. "
        "Names found with a label that no document marks count as wrong, and are named on standard error.",
    )
    parser.add_argument("documents", metavar="DOCUMENT", nargs="+", help="a file that broadsheet annotate has written")
    _add_model(parser, entities=True, without="leave out names, which need the model")
    return parser


def _compare() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="broadsheet compare",
        description="What two articles quote alike, what an editor changed in it, and what only one of them reports.",
    )
    parser.add_argument("left", metavar="A", help="an article")
    parser.add_argument("right", metavar="B", help="the article to hold against it")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument(
        "--read", action="store_true", help="open both in the reader, with the comparison over the first"
    )
    _add_model(parser, entities=True, without="leave out names, which need the model")
    return parser


def _models() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="broadsheet models",
        description="List the spaCy pipelines that can be used: the one that ships and those that are installed, with "
        "version, size in MB, licence, the F of their names as their makers give it, and labels; tabs between them.",
    )
    parser.add_argument("names", metavar="NAME|PATH", nargs="*", help="only these")
    parser.add_argument("--try", dest="tried", action="store_true", help="load each and measure how fast it reads here")
    return parser


def _completion() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="broadsheet completion",
        description="Print what makes a shell complete commands, options, kinds, layers and files of broadsheet. "
        'In bash and zsh: eval "$(broadsheet completion bash)"; in fish: broadsheet completion fish | source.',
    )
    parser.add_argument("shell", choices=SHELLS)
    return parser


def _alone(name: str, description: str) -> Callable[[], argparse.ArgumentParser]:
    """The parser of a command without arguments."""
    return lambda: argparse.ArgumentParser(prog=f"broadsheet {name}", description=description)


def _add_sources(parser: argparse.ArgumentParser, nargs: str = "+", otherwise: str = "") -> None:
    what = "a text, Markdown, HTML, .mhtml, .webarchive, .epub, .eml or .mbox file, a folder, an address, or - (pipe)"
    parser.add_argument("sources", metavar="SOURCE", nargs=nargs, help=what + otherwise)


def _add_corrections(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--corrections",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="apply, or leave out, what you have corrected in the reader (default: apply)",
    )


def _add_notes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--notes",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="include, or leave out, your notes and highlights where the format has them (default: include)",
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o", "--output", metavar="PATH", help="a file, a folder for several articles, or - (standard output)"
    )
    parser.add_argument("--force", action="store_true", help="replace files that are there")


def _add_model(parser: argparse.ArgumentParser, *, entities: bool | None, without: str) -> None:
    parser.add_argument("--entities", action=argparse.BooleanOptionalAction, default=entities, help=without)
    _add_model_name(parser)


def _add_model_name(parser: argparse.ArgumentParser) -> None:
    what = "a spaCy pipeline in place of the one that ships; broadsheet models lists those that are installed"
    parser.add_argument("--model", metavar="NAME|PATH", help=what)


PARSERS: Final[dict[str, Callable[[], argparse.ArgumentParser]]] = {
    "annotate": _annotate,
    "export": _export,
    "layers": _layers,
    "eval": _eval,
    "compare": _compare,
    "models": _models,
    "corrections": _alone(
        "corrections",
        "Print every correction made in the reader as a training example, one JSON object a line.",
    ),
    "keys": _alone("keys", "Print every command of the reader with its keys."),
    "paths": _alone("paths", "Print the files and folders that broadsheet uses."),
    "doctor": _alone("doctor", "Look whether everything that broadsheet needs is there."),
    "man": _alone("man", "Print the manual page: broadsheet man | man -l -, or into broadsheet.1 where man looks."),
    "completion": _completion,
}
"""The functions that make the parsers of the commands, in the order in which help lists these."""
