"""Standard streams and written files: a terminal in its own encoding, a pipe and every file in UTF-8; a file whole or not at all."""

import errno
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

from ..model.finding import NuplanError
from ..text import shown


def prepare() -> None:
    """Set the encodings of the standard streams; what a terminal cannot show is written as an escape, never an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        encoding = None if stream.isatty() or os.environ.get("PYTHONIOENCODING") else "utf-8"
        reconfigure(encoding=encoding, errors="backslashreplace")


def complain(text: str) -> None:
    """Write lines to standard error."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


def write_out(parts: Iterable[str]) -> None:
    """Write text to standard output. Raises NuplanError where it cannot be written; a closed pipe passes as BrokenPipeError."""
    if sys.stdout is None:
        raise NuplanError("cannot-write-stdout", why="–")
    try:
        sys.stdout.writelines(parts)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NuplanError("cannot-write-stdout", why=_why(error)) from None


def write_file(path: str, parts: Iterable[str] | bytes) -> None:
    """Write a file whole or not at all; what is no regular file (a pipe, a device) is written straight. Raises NuplanError."""
    import tempfile

    place = os.path.realpath(path)
    temporary = ""
    try:
        if os.path.exists(place) and not os.path.isfile(place):
            with open(place, "wb") as file:
                file.writelines(_encoded(parts))
            return
        handle, temporary = tempfile.mkstemp(prefix=".nuplan-", dir=os.path.dirname(place))
        with os.fdopen(handle, "wb") as file:
            file.writelines(_encoded(parts))
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, place)
    except BaseException as error:
        with suppress(OSError):
            os.unlink(temporary)
        if isinstance(error, OSError):
            raise NuplanError("cannot-write", name=path, why=_why(error)) from None
        raise


def append_file(path: str, parts: Iterable[str]) -> None:
    """Add to a file that others write to as well. Raises NuplanError."""
    try:
        with open(path, "a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(parts)
    except OSError as error:
        raise NuplanError("cannot-write", name=path, why=_why(error)) from None


def _encoded(parts: Iterable[str] | bytes) -> Iterable[bytes]:
    """What is text in UTF-8; what is no text as it is."""
    if isinstance(parts, bytes):
        return (parts,)
    return (part.encode("utf-8", "backslashreplace") for part in parts)


def _why(error: OSError) -> str:
    """The name of a system error, which has a sentence where it is a common one."""
    return errno.errorcode.get(error.errno or 0, "") or shown(error.strerror)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def digest(path: str) -> str:
    """A file's name and digest, for a report of an internal error."""
    import hashlib

    try:
        with open(path, "rb") as file:
            return f"{shown(path)} sha256 {hashlib.file_digest(file, 'sha256').hexdigest()}"
    except OSError:
        return shown(path)


def finish() -> None:
    """Let go of what is still buffered; a stream that cannot be written has been told of."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()


def close_quietly() -> None:
    """After the reader of a pipe has gone: let nothing be flushed into it at exit."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def terminal() -> TextIO | None:
    """Standard output where it is a terminal."""
    return sys.stdout if sys.stdout is not None and sys.stdout.isatty() else None
