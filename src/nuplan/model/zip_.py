"""Zip containers whose bytes depend on nothing but what is in them."""

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DATE = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can tell."""


def settled(data: bytes) -> bytes:
    """A zip with the same entries, all of one date, in the order of their names."""
    buffer = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as given, ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name in sorted(given.namelist()):
            entry = ZipInfo(name, _DATE)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, given.read(name))
    return buffer.getvalue()
