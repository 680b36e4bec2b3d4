"""Textual is imported without what nothing here uses, and what needs that later has it."""

import socket
import subprocess
import sys
import threading

BEFORE = "from tui.first_paint.lean_textual import without_unused\nwith without_unused():\n    import tui.app\n"


def printed(program: str, *arguments: str) -> str:
    """What a program prints in a new interpreter."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", program, *arguments], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()


def test_neither_openssl_nor_the_palette_is_there_when_the_application_is():
    unused = ("_ssl", "_hashlib", "textual.command", "textual.widgets._option_list", "textual.widgets._toast")
    program = BEFORE + (
        "import sys\nfrom annotators.text.fingerprint import fingerprint_of\nfingerprint_of('a')\n"
        f"print([name for name in {unused!r} if name in sys.modules])"
    )
    assert printed(program) == "[]"


def test_a_line_to_type_in_is_not_there_before_there_is_one_to_type():
    program = BEFORE + "import sys, tui.screens.reader.screen\nprint('textual.widgets._input' in sys.modules)"
    assert printed(program) == "False"


def test_of_an_unknown_textual_release_everything_is_imported():
    program = (
        "from tui.first_paint import lean_textual as lean\nlean._LOOKED_UP = 'textual-7.0.'\n" + BEFORE + "import sys\n"
        "print([name in sys.modules for name in ('textual.command', 'textual.canvas', 'rich.panel', '_ssl')])"
    )
    assert printed(program) == "[True, True, True, False]"


def test_the_palette_can_be_imported_afterwards():
    program = BEFORE + "from textual.command import CommandPalette\nprint(CommandPalette.__mro__[1].__name__)"
    assert printed(program) == "SystemModalScreen"


def test_neither_tables_nor_downloads_are_there_when_the_application_is():
    unused = (
        "rich.table",
        "rich.panel",
        "textual.canvas",
        "textual.markup",
        "platformdirs",
        "uuid",
        "typing_extensions",
    )
    assert printed(BEFORE + f"import sys\nprint([name for name in {unused!r} if name in sys.modules])") == "[]"


def test_a_stand_in_that_is_called_calls_the_real_function():
    program = BEFORE + (
        "import os, rich.console, textual.app, textual.css.stylesheet, textual.design, textual.layout\n"
        "print(type(textual.design.Table()).__module__, type(textual.layout.Canvas(1, 1)).__module__)\n"
        "print(textual.css.stylesheet.parse_style('bold').bold, rich.console.render_markup('[b]a[/b]').plain)\n"
        "print(isinstance(textual.app.user_downloads_path(), os.PathLike), len(textual.app.uuid.uuid4().hex))\n"
        "print(textual.app.mimetypes.guess_type('a.txt')[0])"
    )
    assert printed(program).split() == ["rich.table", "textual.canvas", "True", "a", "True", "32", "text/plain"]


def test_a_stand_in_passes_attribute_access_to_the_real_class():
    program = BEFORE + (
        "import sys, textual.app, textual.layout\n"
        "print(isinstance(1, textual.layout.Canvas), 'textual.canvas' in sys.modules)\n"
        "print(isinstance(textual.layout.Canvas(1, 1), textual.layout.Canvas), isinstance(1, textual.layout.Canvas))\n"
        "print(callable(textual.app.CommandPalette.is_open), hasattr(textual.app.CommandPalette, 'no_such'))"
    )
    assert printed(program).split() == ["False", "False", "True", "False", "True", "False"]


def test_no_module_of_ours_keeps_a_stand_in():
    program = BEFORE + (
        "import sys\nfrom tui.first_paint import lean_textual as lean\n"
        "def is_one(held):\n"
        "    return type(held) is lean._Later or isinstance(held, lean._Names | lean._Whole)\n"
        "held = [(name, one) for name, module in list(sys.modules.items()) for one in list(vars(module).values())]\n"
        "print({name for name, one in held if is_one(one) and name.startswith(('tui', 'annotators'))})\n"
        "print({one.__name__ for _, one in held if isinstance(one, type) and 'stands_in' not in vars(one)"
        " and any(type(base) is lean._Later for base in one.__mro__)})"
    )
    assert printed(program).splitlines() == ["set()", "{'ThemeProvider'}"]  # of Textual's palette, which is not opened


def test_modules_of_python_are_imported_when_something_is_asked_of_them():
    later = ("ipaddress", "locale", "mimetypes", "textwrap", "tokenize")
    program = BEFORE + (
        f"import sys\nprint([name for name in {later!r} if name in sys.modules])\n"
        "import inspect, locale, subprocess, tokenize, urllib.parse\n"
        "print(inspect.tokenize.NL == tokenize.NL, subprocess.locale.getencoding() == locale.getencoding())\n"
        "print(urllib.parse.urlsplit('http://[::1]/').hostname)"
    )
    first, *others = printed(program).splitlines()
    assert first == "[]"
    assert others == ["True True", "::1"]


def test_the_meta_data_of_a_style_is_kept_and_read():
    program = BEFORE + (
        "import sys\nprint('pickle' in sys.modules)\n"
        "from rich.style import Style\nfrom textual.style import Style as Visual\n"
        "print(Style(meta={'offset': (1, 2)}).meta['offset'], Visual.from_meta({'a': 3}).meta['a'])"
    )
    assert printed(program).splitlines() == ["False", "(1, 2) 3"]


def test_names_that_typing_has_too_are_those_of_typing():
    program = (
        "import sys, typing\nfrom tui.first_paint.lean_textual import without_unused\n"
        "with without_unused():\n    from typing_extensions import Final, TypeAlias\n"
        "print(Final is typing.Final, TypeAlias is typing.TypeAlias, 'typing_extensions' in sys.modules)"
    )
    assert printed(program) == "True True False"


def test_names_that_typing_lacks_are_those_of_typing_extensions():
    program = (
        "from tui.first_paint.lean_textual import without_unused\n"
        "with without_unused():\n    from typing_extensions import Sentinel, Final\n"
        "import typing, typing_extensions\nprint(Sentinel is typing_extensions.Sentinel, Final is typing.Final)"
    )
    assert printed(program) == "True True"


def test_a_palette_that_is_there_already_stays():
    program = (
        "import textual.command as before\n" + BEFORE + "import textual.app, textual.command\n"
        "print(textual.command is before, textual.app.CommandPalette is before.CommandPalette)"
    )
    assert printed(program) == "True True"


def test_pages_are_still_fetched_over_tls():
    with socket.create_server(("127.0.0.1", 0)) as server:
        greetings: list[bytes] = []

        def listen() -> None:
            connection, _ = server.accept()
            with connection:
                greetings.append(connection.recv(3))

        listener = threading.Thread(target=listen)
        listener.start()
        program = BEFORE + (
            "import sys\nfrom annotators.loaders.web.fetching import Limits, fetch\n"
            "from annotators.loaders.web.guarding import Refused\n"
            "try:\n    fetch(sys.argv[1], Limits(seconds=10, private=True))\nexcept Refused:\n    print('refused')"
        )
        assert printed(program, f"https://127.0.0.1:{server.getsockname()[1]}/") == "refused"
        listener.join(10)
    assert greetings[0][:2] == b"\x16\x03"  # a handshake of TLS


def test_articles_are_opened_while_there_is_tls():
    program = (
        "import sys, types\n"
        "from tui import reading\n"
        "from tui.settings.config import Settings\n"
        "class Opening:\n"
        "    sources, failed, to_come = [], 0, 0\n"
        "    def at_once(self, least):\n"
        "        import ssl\n"
        "        return []\n"
        "    def complaints(self):\n"
        "        return []\n"
        "sys.modules['tui.app'] = types.SimpleNamespace(run_reader=lambda *_, **__: 'read')\n"
        "print('asyncio' in sys.modules, reading._read(None, Opening(), Settings(), None, False, ()))"
    )
    assert printed(program) == "False read"


def test_a_fingerprint_is_the_sha_256_of_the_text():
    import hashlib

    from annotators.text.fingerprint import fingerprint_of

    assert fingerprint_of("Tirana 北京") == hashlib.sha256("Tirana 北京".encode()).hexdigest()
