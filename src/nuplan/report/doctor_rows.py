"""What nuplan finds of itself as rows."""

from ..model.diagnosis import Diagnosis
from ..model.extras import EXTRAS
from ..text import LANGS, Words
from .messages import line
from .rows import Column, Row, Rows, Tone


def doctor_rows(found: Diagnosis, say: Words) -> list[Rows]:
    """The program and the machine, the plans, and what can be added."""
    return [_program(found, say), _plans(found, say), _extras(found, say)]


def _program(found: Diagnosis, say: Words) -> Rows:
    listing = Rows(say("doctor.title"), [Column("name", say("doctor.label.name"), 20), Column("value", say("doctor.label.value"), 60)])
    config = say("doctor.none") if found.config is None else found.config
    if found.config_faults:
        config = say("doctor.config_fault", path=config)
    unknown = found.asked_lang not in (None, *LANGS)
    asked = found.asked_lang or say("doctor.unset")
    rows: list[tuple[str, str, Tone]] = [
        ("version", found.version, ""),
        ("python", f"{found.python}　{found.system}", ""),
        ("lang", found.lang, ""),
        ("asked_lang", say("doctor.unknown_lang", name=asked, known=LANGS) if unknown else asked, "bad" if unknown else ""),
        ("config", config, "bad" if found.config_faults else ""),
        ("today", found.today, ""),
        *((name, encoding, "") for name, encoding in found.encodings.items()),
        ("chinese", say(f"doctor.chinese.{'yes' if found.chinese else 'no'}"), "" if found.chinese else "warn"),
    ]
    listing.rows = [Row({"name": say(f"doctor.{name}"), "value": value}, tone=tone) for name, value, tone in rows]
    listing.notes = [line(finding, say) for finding in found.config_faults]
    return listing


def _plans(found: Diagnosis, say: Words) -> Rows:
    columns = [
        Column("id", say("label.id"), 18),
        Column("area", say("label.area"), 10),
        Column("version", say("label.version"), 8),
        Column("targets", say("label.targets"), 8, right=True, unit=""),
        Column("source", say("label.source"), 10),
        Column("missing", say("doctor.label.missing"), 40),
    ]
    listing = Rows(say("doctor.plans"), columns)
    shelf = found.library
    for plan in sorted(shelf.plans.values(), key=lambda plan: (shelf.areas[plan.area].code, plan.id)):
        gaps = "\n".join(gap.why for gap in plan.source.missing)
        cells = {
            "id": plan.id,
            "area": say.name(shelf.areas[plan.area]),
            "version": plan.version,
            "targets": str(len(plan.targets)),
            "source": say(f"source.{plan.source.kind}"),
            "missing": gaps,
        }
        listing.rows.append(Row(cells, tone="warn" if gaps else ""))
    counts = {"indicators": len(shelf.indicators), "areas": len(shelf.areas), "baselines": len(shelf.baselines)}
    listing.notes = [say("doctor.folders", folders=say.join(found.folders)), say("doctor.counts", **counts)]
    listing.notes += [say("doctor.faults", count=len(found.findings))] if found.findings else []
    listing.notes += [line(finding, say) for finding in found.findings]
    return listing


def _extras(found: Diagnosis, say: Words) -> Rows:
    listing = Rows(
        say("doctor.extras"),
        [
            Column("name", say("doctor.label.extra"), 12),
            Column("for", say("doctor.label.for"), 30),
            Column("version", say("doctor.label.installed"), 30),
        ],
    )
    for extra, package in EXTRAS.items():
        version = found.extras[package]
        told = say("doctor.absent", extra=extra) if version is None else f"{package} {version}"
        listing.rows.append(
            Row({"name": extra, "for": say(f"doctor.for.{extra}"), "version": told}, tone="warn" if version is None else "")
        )
    return listing
