"""What nuplan finds of itself and of the machine it runs on."""

from typing import NamedTuple

from .finding import Finding
from .library import Library


class Diagnosis(NamedTuple):
    """The library, what is wrong in it and where its files are, the versions of the optional packages, and the settings file.

    `config` is the path of nuplan.toml, None where there is none, `config_faults` what is wrong with it. `encodings` are those of standard
    output, standard error, file names and the machine's language. `lang` is the language of the run, `asked_lang` what NUPLAN_LANG says.
    """

    library: Library
    findings: tuple[Finding, ...]
    folders: tuple[str, ...]
    extras: dict[str, str | None]
    config: str | None
    config_faults: tuple[Finding, ...]
    encodings: dict[str, str]
    chinese: bool
    lang: str
    asked_lang: str | None
    today: str
    version: str
    python: str
    system: str
