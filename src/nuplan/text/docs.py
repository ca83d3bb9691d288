"""The docs of the checks, by language; read only when one is asked for."""

from .checks_en import Doc


def doc_of(check: str, lang: str) -> Doc:
    """The doc of a check."""
    if lang == "zh":
        from .checks_zh import DOCS
    else:
        from .checks_en import DOCS
    return DOCS[check]
