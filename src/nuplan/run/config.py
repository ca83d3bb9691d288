"""The settings of nuplan.toml."""

from collections.abc import Sequence

from ..load.config import load_config
from ..model.finding import NuplanError
from ..model.settings import Settings


def read_config(path: str, *, langs: Sequence[str], formats: Sequence[str]) -> Settings:
    """The settings of a file; `langs` and `formats` are the names it may use. Raises NuplanError with every problem found."""
    settings, findings = load_config(path, langs=langs, formats=formats)
    if findings:
        raise NuplanError("broken-config", findings=tuple(findings))
    return settings
