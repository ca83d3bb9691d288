"""Writes docs/zh/reference and docs/en/reference from the program: `make reference`. A test tells when they are stale."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import typer
from reference_words import (
    CHECK_GROUPS,
    CHOICES,
    EXIT_CODES,
    FAMILIES,
    KEYS,
    LEADS,
    LIMITS,
    REPORT_FORMATS,
    SAID,
    TITLES,
    Both,
)

from nuplan import cli, gate
from nuplan.cli import app, output
from nuplan.load import table as tables
from nuplan.load import tree
from nuplan.model import identity, quantity
from nuplan.model.catalogue import CHECKS, FAIL_ON, Check
from nuplan.model.catalogue import FAMILIES as BLOCKING
from nuplan.model.submission import FigureEntry, MissingReason, Quality, ReportedBy, Submission
from nuplan.model.unit import UNITS
from nuplan.report.shapes import ReportShape
from nuplan.text import LANGS, Words
from nuplan.text.docs import doc_of

DOCS = Path(__file__).resolve().parent
Pages = dict[str, Callable[[Words], Iterable[str]]]


def said(both: Both, say: Words) -> str:
    """A sentence of this page in the language asked for."""
    return both[LANGS.index(say.lang)]


def table(say: Words, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A Markdown table; its heads are keys of SAID."""
    names = [said(SAID[head], say) for head in heads]
    for cells in (names, ["---"] * len(names), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
    yield ""


def code(text: str) -> str:
    """A name as it is typed."""
    return f"`{text}`"


def commands(say: Words) -> Iterator[str]:
    """Each command and subcommand with its arguments and options."""
    built = app.build(say)
    for name in cli.COMMANDS:
        import_module(f"nuplan.cli.{name}").register(built, say)
    whole: Any = typer.main.get_command(built)
    for name, command in whole.commands.items():
        yield from _command(f"nuplan {name}", command, say)


def _command(path: str, command: Any, say: Words) -> Iterator[str]:
    params = [param for param in command.params if not getattr(param, "hidden", False)]
    arguments = [param for param in params if param.param_type_name == "argument"]
    options = [param for param in params if param.param_type_name == "option"]
    inner = getattr(command, "commands", {})
    usage = [path, *([f"[{say('usage.options')}]"] if options else []), *map(app._metavar, arguments)]
    yield from (f"## {path}", "", plain(inspect.cleandoc(command.help)), "")
    if not inner:
        yield from ("```text", " ".join(usage), "```", "")
    if arguments:
        yield from table(say, ("argument", "meaning"), ((code(app._metavar(one)), one.help or "") for one in arguments))
    if options:
        yield from table(say, ("option", "meaning"), ((code(app._option(one)), _meaning(one, say)) for one in options))
    for name, sub in inner.items():
        yield from _command(f"{path} {name}", sub, say)


def _meaning(option: Any, say: Words) -> str:
    told = [option.help or ""]
    if isinstance(option.default, str) and option.default and option.default not in told[0]:
        told.append(said(SAID["default_is"], say).format(option.default))
    return say("list.stop").join(told)


def checks(say: Words) -> Iterator[str]:
    """Each check with its doc, in groups."""
    yield from (said(SAID["found"], say).format(len(CHECKS)), "")
    group = ""
    for check in CHECKS.values():
        if not check.id.startswith(group) or not group:
            group = check.id[:3]
            yield from (f"## {said(CHECK_GROUPS[group], say)}", "")
        yield from _check(check, say)


def _check(check: Check, say: Words) -> Iterator[str]:
    doc = doc_of(check.id, say.lang)
    yield from (f"### {check.id} {check.slug}", "")
    severity, family = say(f"severity.{check.severity}"), code(check.family)
    yield from (say.clauses((f"{say('label.severity')}{say('colon')}{severity}", f"{say('label.family')}{say('colon')}{family}")), "")
    for label, text in (("finds", doc.finds), ("why", doc.why), ("example", doc.example), ("do", doc.do), ("check_source", doc.source)):
        if label == "example":
            yield from (f"**{say('label.example')}**", "", "```text", *text.splitlines(), "```", "")
        else:
            yield from (f"**{say(f'label.{label}')}**{say('colon')}{plain(text)}", "")


def plain(text: str) -> str:
    """Text that Markdown takes for nothing else."""
    for mark in "\\`*_<>[]|#~$":
        text = text.replace(mark, f"\\{mark}")
    return re.sub(r"(?<!\n)\n(?!\n)", "  \n", text)


def formats(say: Words) -> Iterator[str]:
    """The keys of a submission, the heads of a table, the formats of a report, the keys of the JSON report, the units."""
    for title, model in (("submission", Submission), ("figure", FigureEntry), ("reporter", ReportedBy)):
        yield from (f"## {said(SAID[title], say)}", "")
        fields = model.model_fields
        must = [key for key, field in fields.items() if field.is_required()]
        rows = ((code(key), *([said(SAID["yes"], say) if key in must else ""] if must else []), _key(key, say)) for key in fields)
        yield from table(say, ("key", "required", "meaning") if must else ("key", "meaning"), rows)
    yield from (f"## {said(SAID['table'], say)}", "")
    words = ((code(name), "、".join(heads) if say.lang == "zh" else ", ".join(heads)) for name, heads in tables.HEADER.items())
    yield from table(say, ("key", "heads"), words)
    yield from (said(SAID["items"], say).format(say.join(map(code, tables._ITEMS))), "")
    yield from (f"## {said(SAID['outputs'], say)}", "")
    by = {name: said(SAID["every" if name in output.LISTING_FORMATS else "judging"], say) for name in output.FORMATS}
    yield from table(say, ("format", "meaning", "commands"), ((code(name), said(REPORT_FORMATS[name], say), by[name]) for name in by))
    yield from (f"## {said(SAID['report'], say)}", "", said(SAID["report_lead"], say), "")
    yield from table(say, ("shape", "rows"), _shapes())
    yield from (f"## {said(SAID['units'], say)}", "", said(SAID["units_lead"], say), "")
    yield from table(say, ("unit",), ([say.join(names)] for names in _units()))


def _key(key: str, say: Words) -> str:
    choices = get_args({"quality": Quality, "missing": MissingReason}.get(key))
    told = said(KEYS[key], say)
    if choices:
        listed = say.join(f"{code(choice)} {said(CHOICES[choice], say)}" for choice in choices)
        told += say("colon") + listed
    return told


def _shapes() -> Iterator[tuple[str, str]]:
    """Where each mapping of the report stands, and its keys."""
    waiting, told = [("", ReportShape)], set()
    while waiting:
        place, shape = waiting.pop(0)
        hints = inspect.get_annotations(shape, eval_str=True)
        yield code(place or "."), ", ".join(map(code, hints))
        for key, hint in hints.items():
            for inner, many in _mappings(hint):
                if inner not in told:
                    told.add(inner)
                    waiting.append((f"{place}.{key}".lstrip(".") + ("[]" if many else ""), inner))


def _mappings(hint: Any, many: bool = False) -> Iterator[tuple[Any, bool]]:
    """The mappings with keys of their own within a type, and whether in a list."""
    if typing_keys(hint):
        yield hint, many
    origin = getattr(hint, "__origin__", None)
    for inner in get_args(hint):
        yield from _mappings(inner, many or origin is list)


def typing_keys(hint: Any) -> bool:
    """Whether a type is a mapping with keys of its own."""
    return isinstance(hint, type) and hasattr(hint, "__required_keys__")


def _units() -> Iterator[list[str]]:
    """The names of units, those that are converted into each other together."""
    rows: dict[Any, list[str]] = {}
    for name, unit in UNITS.items():
        if name:
            rows.setdefault(unit.dimension, []).append(name)
    yield from rows.values()


def exit_codes(say: Words) -> Iterator[str]:
    """What each code means, and what --fail-on takes."""
    codes = (gate.CLEAN, gate.BLOCKED, gate.UNUSABLE, gate.INVALID, gate.EMPTY, cli.INTERRUPTED)
    yield from table(say, ("code", "meaning"), ((str(code), said(EXIT_CODES[code], say)) for code in sorted(codes)))
    yield from ("## --fail-on", "", said(SAID["fail_on_lead"], say), "")
    yield from table(say, ("fail_on", "blocks"), ((code(family), said(FAMILIES[family], say)) for family in BLOCKING))
    yield from table(say, ("commands", "default"), ((code(name), code(",".join(given))) for name, given in FAIL_ON.items()))


def limits(say: Words) -> Iterator[str]:
    """How large a file may be, and the like: every constant of that name where files are read, a number, an identity."""
    found = {name: value for module in (tree, quantity, identity) for name, value in vars(module).items() if name.startswith("MAX_")}
    sizes = {name: f"{value // 1024**2} MB" if name.endswith("BYTES") else f"{value:,}" for name, value in found.items()}
    yield from table(say, ("what", "limit"), ((said(LIMITS[name], say), size) for name, size in sizes.items()))


PAGES: Pages = {"commands": commands, "checks": checks, "formats": formats, "exit-codes": exit_codes, "limits": limits}


def pages() -> dict[Path, str]:
    """The text of every generated page."""
    made = {}
    for lang in LANGS:
        say = Words(lang)
        for name, page in PAGES.items():
            lines = [f"# {said(TITLES[name], say)}", "", said(LEADS[name], say), "", *page(say)]
            made[DOCS / lang / "reference" / f"{name}.md"] = "\n".join(lines).rstrip() + "\n"
    return made


def main() -> None:
    """Write them."""
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
