"""A report as SARIF 2.1.0 (OASIS): one run, every check declared, a result for each row that a person must look at."""

import hashlib
from collections import Counter
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from ..model.catalogue import CHECKS, Severity
from ..model.finding import Location
from ..model.report import Report
from ..text import Words, safe
from ..text.docs import docs
from .json_text import write_json
from .result import Result
from .results import results

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "information": "note"}
_INDEX = {check: index for index, check in enumerate(CHECKS)}


def render_sarif(report: Report, say: Words, version: str) -> str:
    """The whole report. A result's fingerprint is the same in every run, wherever its line has moved to."""
    told: Counter[str] = Counter()
    run = {
        "tool": {"driver": {"name": "nuplan", "version": version, "semanticVersion": version, "rules": _rules(say)}},
        "language": "zh-CN" if say.lang == "zh" else "en",
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": report.exit_code in (0, 1), "exitCode": report.exit_code}],
        "results": [_result(row, told) for row in results(report, say) if row.check is not None],
    }
    return write_json({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]})


def _rules(say: Words) -> list[dict[str, Any]]:
    """Every check with its doc."""
    every = docs(say.lang)
    return [
        {
            "id": check.id,
            "name": check.slug,
            "shortDescription": {"text": every[check.id].finds},
            "fullDescription": {"text": f"{every[check.id].finds} {every[check.id].why}"},
            "help": {"text": "\n".join((every[check.id].example, every[check.id].do, every[check.id].source))},
            "defaultConfiguration": {"level": _LEVELS[check.severity]},
            "properties": {"family": check.family},
        }
        for check in CHECKS.values()
    ]


def _result(row: Result, told: "Counter[str]") -> dict[str, Any]:
    assert row.check is not None
    assert row.severity is not None
    digest = hashlib.sha256("\x1f".join((row.check, *row.key)).encode("utf-8", "surrogateescape")).hexdigest()[:32]
    told[digest] += 1
    found = {
        "ruleId": row.check,
        "ruleIndex": _INDEX[row.check],
        "level": _LEVELS[row.level],
        "message": {"text": safe(row.message)},
        "locations": [_location(row.location)],
        "partialFingerprints": {"nuplan/v1": f"{digest}:{told[digest]}"},
        "properties": {"name": row.name, "blocking": row.blocking},
    }
    if row.related:
        found["relatedLocations"] = [_location(place) for place in row.related]
    return found


def _location(place: Location) -> dict[str, Any]:
    """A place; a file below the working folder is named relative to it."""
    path = PurePath(place.path)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix().encode("utf-8", "surrogateescape"))
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if place.text_line is not None:
        physical["region"] = {"startLine": place.text_line, "startColumn": place.column or 1}
    return {"physicalLocation": physical}
