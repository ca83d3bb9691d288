"""Settings: what nuplan.toml says in the place of options."""

from typing import NamedTuple


class Settings(NamedTuple):
    """The settings for a folder and those below it, empty where the file does not say; paths are relative to the working folder."""

    lang: str | None = None
    targets: tuple[str, ...] = ()
    waivers: tuple[str, ...] = ()
    format: tuple[str, ...] = ()
    fail_on: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
