"""The command `nuplan`."""

import gc
import os
import signal
import sys

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plugins reads the metadata of every installed package
gc.set_threshold(20_000, 50, 50)  # a short run builds much and throws little away


def main() -> None:
    """Run the command line and exit with its code."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that what is half written is taken away, as after Ctrl-C
    try:
        from .cli import run, streams
    except KeyboardInterrupt:
        os._exit(130)
    code = run(sys.argv[1:])
    streams.finish()
    os._exit(code)  # taking the interpreter apart object by object costs a fifth of the run


if __name__ == "__main__":
    main()
