"""What nuplan finds of itself and of the machine it runs on."""

from typing import NamedTuple

from .library import Library

EXTRAS = {"xlsx": "openpyxl", "docx": "python-docx", "html": "jinja2"}
"""The optional packages by the extra that brings them."""


class Diagnosis(NamedTuple):
    """The library with what is wrong in it, where its files are, the versions of the optional packages, and the settings file.

    `config` is the path of nuplan.toml, None where there is none; `config_fault` says that it cannot be used. `encodings` are those of
    standard output, standard error and file names.
    """

    library: Library
    folders: tuple[str, ...]
    extras: dict[str, str | None]
    config: str | None
    config_fault: bool
    encodings: dict[str, str]
    chinese: bool
    lang: str
    today: str
    version: str
    python: str
    system: str
