"""The typer application, its help and its usage errors in the reader's language."""

import os
import re
from typing import Any

os.environ.setdefault("TYPER_USE_RICH", "0")  # help is drawn here, and a run that prints JSON must not load rich

import typer
from typer.core import TyperCommand, TyperGroup

from ..text import Words, safe
from . import completing, streams
from .settings import defaults

_SPOKEN: dict[str, Words] = {}


def _say() -> Words:
    return _SPOKEN["words"]


class Command(TyperCommand):
    """A command whose help is in the reader's language."""

    def get_help(self, ctx: Any) -> str:
        """The whole help text."""
        return _help(self, ctx)


class Group(TyperGroup):
    """A group of commands whose help is in the reader's language."""

    def get_help(self, ctx: Any) -> str:
        """The whole help text."""
        return _help(self, ctx)

    def list_commands(self, ctx: Any) -> list[str]:
        """Commands in the order they were registered."""
        return list(self.commands)


def build(say: Words) -> typer.Typer:
    """The application without its commands."""
    _SPOKEN["words"] = say
    app = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, help=say("help.nuplan"))

    @app.callback(invoke_without_command=True)
    def main(
        ctx: typer.Context,
        version: bool = typer.Option(False, "--version", help=say("help.version")),
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang")),
        show_completion: str = typer.Option(
            None, "--show-completion", metavar="|".join(completing.SHELLS), help=say("help.show_completion")
        ),
    ) -> None:
        if show_completion is not None:
            completing.show(show_completion)
            raise typer.Exit
        if version:
            from .. import __version__

            streams.write_out((f"nuplan {__version__}\n",))
            raise typer.Exit
        if ctx.invoked_subcommand is None:
            streams.write_out((ctx.get_help() + "\n",))
            raise typer.Exit(2)

    return app


def group(app: typer.Typer, name: str, say: Words) -> typer.Typer:
    """A group of subcommands."""
    sub = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True, help=say(f"help.{name}"))
    app.add_typer(sub, name=name)
    return sub


def invoke(app: typer.Typer, argv: list[str], say: Words) -> int:
    """Run the application and return its exit code; a usage error is told in the reader's language and is 2."""
    try:
        command = typer.main.get_command(app)
        if completing.asked():
            completing.prepare(command)
        result = command.main(args=argv, prog_name="nuplan", standalone_mode=False, default_map=defaults(command))
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        return _usage_error(error, say)
    return result if isinstance(result, int) else 0


def _usage_error(error: Any, say: Words) -> int:
    """Tell what is wrong with the call; typer's words stand for what has no translation."""
    kind = type(error).__name__
    context = getattr(error, "ctx", None)
    if kind == "NoArgsIsHelpError":
        streams.write_out((f"{error.ctx.get_help()}\n",))
        return 2
    message = error.format_message()
    if kind == "NoSuchOption":
        text = say("usage.no_such_option", name=error.option_name)
        if error.possibilities:
            text += say("list.stop") + say("suggestion", suggestion=sorted(error.possibilities)[0])
    elif kind == "MissingParameter":
        text = say("usage.missing_parameter", name=_param_name(error.param))
    elif kind == "BadOptionUsage":
        text = say("usage.option_needs_value" if "requires" in message else "usage.option_takes_no_value", name=error.option_name)
    elif kind == "BadParameter":
        text = say("usage.bad_parameter", name=_param_name(error.param), message=error.message)
    elif "No such command" in message or kind == "NoSuchCommand":
        text = say("usage.no_such_command", message=safe(message.split("'")[1] if "'" in message else message))
    elif "unexpected extra argument" in message:
        text = say("usage.extra_argument", message=safe(message.rpartition("(")[2].rstrip(")")))
    else:
        text = safe(message)
    path = context.command_path if context is not None else "nuplan"
    streams.complain(f"{say('error.prefix')}{text}\n{say('usage.try', command=path)}")
    return 2


def _param_name(param: Any) -> str:
    if param is None:
        return ""
    return str(next((name for name in param.opts if name.startswith("--")), None) or _placeholder(param.metavar or param.name.upper()))


def _help(command: Any, ctx: Any) -> str:
    """Usage, what the command does, its arguments, options and subcommands."""
    import io

    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Column, Table
    from rich.text import Text

    say = _say()
    target = streams.terminal()
    width = Console(file=target).width if target is not None else 80
    buffer = io.StringIO()
    console = Console(file=buffer, width=min(width, 120), no_color=True, highlight=False, legacy_windows=False)
    arguments = [p for p in command.get_params(ctx) if p.param_type_name == "argument"]
    options = [p for p in command.get_params(ctx) if p.param_type_name == "option"]
    usage = [ctx.command_path, f"[{say('usage.options')}]", *(_metavar(p) for p in arguments)]
    commands = [(name, command.get_command(ctx, name)) for name in command.list_commands(ctx)] if hasattr(command, "list_commands") else []
    if commands:
        usage.append(say("usage.command"))
    console.print(Text(f"{say('usage.usage')} {' '.join(usage)}"), soft_wrap=True)
    console.print(Padding(Text(command.help or ""), (1, 0, 1, 2)))
    sections = [
        ("usage.arguments", [(_metavar(p), p.help or "") for p in arguments]),
        ("usage.options_title", [(_option(p), say("help.help") if "--help" in p.opts else p.help or "") for p in options]),
        ("usage.commands", [(name, (sub.help or "").splitlines()[0]) for name, sub in commands]),
    ]
    for title, rows in sections:
        if rows:
            console.print(Text(say(title)))
            grid = Table.grid(Column(no_wrap=True), Column(overflow="fold"), padding=(0, 2))
            for left, right in rows:
                grid.add_row(Text("  " + left), Text(right))
            console.print(grid)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines())


def _metavar(param: Any) -> str:
    name = _placeholder(param.metavar or param.name.upper())
    return f"{name}…" if param.nargs == -1 and "…" not in name else name


def _option(param: Any) -> str:
    flags = ", ".join(param.opts)
    return flags if param.is_flag else f"{flags} {_placeholder(param.metavar or 'TEXT')}"


def _placeholder(metavar: str) -> str:
    """What stands for a value, in the reader's language: PLAN is 规划, NAME[:FILE] 格式[:文件]; choices are as they are typed."""
    say = _say()
    return re.sub("[A-Z]{2,}", lambda word: say(f"metavar.{word[0]}") if say.has(f"metavar.{word[0]}") else word[0], metavar)
