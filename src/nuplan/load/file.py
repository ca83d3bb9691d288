"""Files: bytes within the limits, UTF-8 text, a tree, and the schema line that says what the tree is."""

import codecs
import hashlib
import os
import re
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from ..model.finding import Finding
from .encoding import decode, decode_any
from .json_ import parse_json
from .tree import MAX_BYTES, Mapping, Problems, Refused, find_mark
from .yaml_ import parse_yaml

if TYPE_CHECKING:
    from .form import Stamp

Kind = Literal["indicators", "areas", "plan", "submission", "baselines", "waivers"]
_OURS = frozenset({"schema", "area", "period", "figures", "figure", "indicators", "areas", "targets", "waivers"})
KNOWN = frozenset({"submission", "plan", "indicators", "areas", "baselines", "waivers", "report", "rows"})
SUFFIXES = (".yaml", ".yml", ".json")
_SCHEMA = re.compile(r"nuplan/(?P<kind>[a-z]+)/v(?P<version>[0-9]+(?:\.[0-9]+)?)")
TABLES = (".csv",)
WORKBOOKS = (".xlsx",)
SPREADSHEETS = (*WORKBOOKS, *(".xls", ".et", ".xlsm", ".xlsb", ".ods", ".ett", ".xlt", ".xltx", ".xltm"))
"""What is read as a workbook, be it to say that it is none that can be read."""
_PACKAGES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How workbooks begin: a zip file, or the container of older ones and of those with a password."""


class Loaded:
    """A file as read: its digest, what its schema line says it is, its tree without that line (None where unusable), its problems.

    A table has no schema line; its header says that it holds submissions, and it has a tree for each area and period in `tables`. A
    workbook made by nuplan says in its `form` what it was made for.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.sha256 = ""
        self.kind: Kind | None = None
        self.tree: Mapping | None = None
        self.tables: list[Mapping] = []
        self.form: Stamp | None = None
        self.problems = Problems(path)

    @property
    def foreign(self) -> bool:
        """Whether it is a file of another kind, or of none: no schema line and nothing of a submission in it."""
        return any(
            finding.check == "NU009" and finding.values["why"] in ("kind", "foreign", "no_header", "no_table")
            for finding in self.problems.found
        )

    @property
    def findings(self) -> list[Finding]:
        """The problems found in it, from top to bottom; a form that is the wrong one stands before all that follows from it."""
        return sorted(self.problems.found, key=self._order)

    def _order(self, finding: Finding) -> tuple[bool, int, int, int]:
        place, sheets = finding.location, self.problems.sheets
        sheet = sheets.index(place.sheet) + 1 if place.sheet in sheets else 0
        return finding.check != "NU027", sheet, place.line or 0, place.column or 0


def load_file(path: str, kinds: tuple[Kind, ...], stream: BinaryIO | None = None, unread: Kind | None = None) -> Loaded:
    """Read a YAML or JSON file of one of the kinds, or a table of submissions; `stream` is read where it is not on disk. Never raises.

    A YAML file whose first line says that it is of the kind `unread` is left at that.
    """
    loaded = Loaded(path)
    problems = loaded.problems
    try:
        raw = read_bytes(path, problems) if stream is None else _within_limit(stream.read(MAX_BYTES + 1), problems)
        loaded.sha256 = hashlib.sha256(raw).hexdigest()
        if "submission" in kinds and _is_table(path, raw):
            from .csv_ import parse_csv

            loaded.kind, loaded.tables = "submission", parse_csv(decode_any(raw, problems), problems)
            return loaded
        if "submission" in kinds and _is_workbook(path, raw):
            from .xlsx_ import parse_workbook

            loaded.kind = "submission"
            loaded.tables, loaded.form = parse_workbook(path, raw, problems)
            return loaded
        text = decode(raw, problems)
        if unread is not None and text.startswith(f"schema: nuplan/{unread}/v1\n"):
            loaded.kind = unread
            return loaded
        as_json = path.lower().endswith(".json") or (path == "-" and text.lstrip()[:1] == "{")
        tree = parse_json(text, problems) if as_json else parse_yaml(text, problems)
        loaded.kind, loaded.tree = _of_kind(tree, kinds, problems)
    except Refused:
        pass
    return loaded


def _is_table(path: str, raw: bytes) -> bool:
    """Whether a file is a table: by its name or, from a stream, by a first line that is no mapping."""
    if path != "-":
        return path.lower().endswith(TABLES)
    first = raw.lstrip(codecs.BOM_UTF8 + b" \r\n").partition(b"\n")[0]
    return b"," in first and b":" not in first and not first.startswith((b"{", b"#"))


def _is_workbook(path: str, raw: bytes) -> bool:
    """Whether a file is read as a workbook: by its name or, from a stream, by how it begins."""
    return raw.startswith(_PACKAGES) if path == "-" else path.lower().endswith(SPREADSHEETS)


def read_bytes(path: str, problems: Problems) -> bytes:
    """The bytes of a file. Raises Refused where it cannot be read or is too large."""
    try:
        if os.path.isdir(path):
            os.scandir(path).close()
            problems.add("NU001", why="directory")
            raise Refused
        with open(path, "rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        problems.add("NU001", why="missing")
        raise Refused from None
    except PermissionError:
        problems.add("NU001", why="permission")
        raise Refused from None
    except (OSError, ValueError) as error:
        problems.add("NU001", why="other", error=str(getattr(error, "strerror", None) or error))
        raise Refused from None
    return _within_limit(raw, problems)


def _within_limit(raw: bytes, problems: Problems) -> bytes:
    if len(raw) > MAX_BYTES:
        problems.add("NU002", limit=MAX_BYTES // 1024 // 1024)
        raise Refused
    return raw


def _of_kind(tree: Any, kinds: tuple[Kind, ...], problems: Problems) -> tuple[Kind, Mapping]:
    """What the schema line says the tree is, and the tree without it. Raises Refused where it is none of the kinds."""
    if tree is None or tree == "":
        problems.add("NU004")
        raise Refused
    if not isinstance(tree, Mapping):
        problems.add("NU012", getattr(tree, "mark", (0, 0)), why="root")
        raise Refused
    given = tree.pop("schema", None)
    for kind in kinds:
        if given == f"nuplan/{kind}/v1" or "schema" in tree.dropped:
            return kind, tree
    mark = find_mark(tree, ["schema"])
    if not isinstance(given, str | None):
        problems.add("NU009", mark, why="form", wanted=f"nuplan/{kinds[0]}/v1")
        raise Refused
    match = _SCHEMA.fullmatch(given or "")
    if not given:
        why = "missing" if {key.lower() for key in tree} & _OURS else "foreign"
    elif match is None or match["version"] == "0" or match["kind"] not in KNOWN:
        why = "unknown"
    else:
        why = "newer" if match["kind"] in kinds else "kind"
    wanted = f"nuplan/{match['kind'] if match is not None and why == 'newer' else kinds[0]}/v1"
    problems.add("NU009", mark, why=why, given=given or "", wanted=wanted)
    raise Refused
