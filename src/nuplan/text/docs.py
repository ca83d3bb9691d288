"""The docs of the checks, by language; read only when one is asked for."""

from .checks_en import Doc


def docs(lang: str) -> dict[str, Doc]:
    """The doc of every check, in the order of the catalogue."""
    if lang == "zh":
        from .checks_align_zh import DOCS as ALIGN
        from .checks_batch_zh import DOCS as BATCH
        from .checks_plans_zh import DOCS as PLANS
        from .checks_sheets_zh import DOCS as SHEETS
        from .checks_trust_zh import DOCS as TRUST
        from .checks_zh import DOCS
    else:
        from .checks_align_en import DOCS as ALIGN
        from .checks_batch_en import DOCS as BATCH
        from .checks_en import DOCS
        from .checks_plans_en import DOCS as PLANS
        from .checks_sheets_en import DOCS as SHEETS
        from .checks_trust_en import DOCS as TRUST
    return dict(sorted((DOCS | ALIGN | BATCH | PLANS | SHEETS | TRUST).items()))


def doc_of(check: str, lang: str) -> Doc:
    """The doc of a check."""
    return docs(lang)[check]
