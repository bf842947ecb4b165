"""What a benchmark is told on its command line; --help shows the words at the top of its module."""

import argparse
from typing import Any


def given(about: str | None, **expected: Any) -> argparse.Namespace:
    """The arguments in their order: a type for one that must be there, a default for one that may."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, value in expected.items():
        if isinstance(value, type):
            parser.add_argument(name, type=value)
        else:
            parser.add_argument(name, nargs="?", type=type(value), default=value)
    return parser.parse_args()
