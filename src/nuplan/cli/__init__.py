"""The command line: options become a run, a run becomes output. Only the called command is registered, so that starting is fast."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from ..model.finding import NuplanError
from ..report.messages import line
from ..text import LANGS, Lang, Words
from . import completing, settings, streams

COMMANDS = ("check", "align", "rollup", "track", "template", "report", "plans", "explain", "schema", "doctor")
INTERRUPTED = 130


def run(argv: Sequence[str]) -> int:
    """Run one command line and return its exit code; every error becomes a message."""
    streams.prepare()
    say = Words("zh")
    try:
        lang = language(argv)
        say = Words(lang or "zh")
        said = _configured(argv)
        if lang is None and said is not None:
            say = Words(next(known for known in LANGS if known == said))
        code = _dispatch(list(argv), say)
        if code == INTERRUPTED:  # typer makes it of an interrupt while a command runs
            streams.complain(say("error.interrupted"))
        return code
    except NuplanError as error:
        streams.complain(_call_error(error, say))
        return 2
    except KeyboardInterrupt:
        streams.complain(say("error.interrupted"))
        return INTERRUPTED
    except BrokenPipeError:
        streams.close_quietly()
        return 141
    except Exception as error:  # the last net: a person gets a message and what to report, never a traceback
        return _internal(error, argv, say)


def _configured(argv: Sequence[str]) -> str | None:
    """The language that nuplan.toml sets. Raises NuplanError for a file that cannot be used."""
    try:
        return settings.read().lang
    except NuplanError:
        if _goes_on(argv):
            return None
        raise


def _goes_on(argv: Sequence[str]) -> bool:
    """Whether a call goes on where nuplan.toml or NUPLAN_LANG cannot be used.

    `doctor` tells of them; a shell that asks for words would print the complaint into the line that is being typed.
    """
    return completing.asked() or _called(argv) == "doctor"


def _called(argv: Sequence[str]) -> str | None:
    """The command called: the first word that is no option."""
    first = next((word for index, word in enumerate(argv) if not word.startswith("-") and argv[index - 1 : index] != ["--lang"]), None)
    return first if first in COMMANDS else None


def language(argv: Sequence[str]) -> Lang | None:
    """--lang, else NUPLAN_LANG, else none. Raises NuplanError for an unknown one."""
    given: str | None = None
    for index, word in enumerate(argv):
        if word == "--":
            break
        if word == "--lang":
            given = argv[index + 1] if index + 1 < len(argv) else ""
        elif word.startswith("--lang="):
            given = word.partition("=")[2]
    if given is None:
        given = os.environ.get("NUPLAN_LANG") or None
        if given not in LANGS and _goes_on(argv):
            return None
    for lang in (None, *LANGS):
        if given == lang:
            return lang
    raise NuplanError("unknown-lang", name=given)


def _dispatch(argv: list[str], say: Words) -> int:
    from .app import build, invoke

    called = _called(argv)
    app = build(say)
    for name in COMMANDS if called is None else (called,):
        import_module(f".{name}", __name__).register(app, say)
    return invoke(app, argv, say)


def _call_error(error: NuplanError, say: Words) -> str:
    values = dict(error.values)
    if say.has(f"errno.{values.get('why')}"):
        values["why"] = say(f"errno.{values['why']}")
    lines = [say("error.prefix") + say(f"error.{error.slug}", **values)]
    if error.values.get("suggestion"):
        lines.append(say("suggestion", suggestion=error.values["suggestion"]))
    lines += [line(finding, say) for finding in error.findings]
    return "\n".join(lines)


def _internal(error: Exception, argv: Sequence[str], say: Words) -> int:
    from .. import __version__

    if os.environ.get("NUPLAN_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    digests = "\n".join(streams.digest(word) for word in argv if os.path.isfile(word))
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{os.path.basename(place.tb_frame.f_code.co_filename)}:{place.tb_lineno}" if place is not None else ""
    lines = [say("error.prefix") + say("error.internal"), f"nuplan {__version__}  Python {sys.version.split()[0]}"]
    lines += [f"{type(error).__name__}: {error}  {where}", digests]
    streams.complain("\n".join(line for line in lines if line))
    return 2
