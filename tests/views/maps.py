"""A made-up country of two square regions, and the folder of resources with a file dropped in."""

from collections.abc import Callable
from typing import Any

Drop = Callable[..., None]


def made_up(country: str) -> dict[str, Any]:
    """Two squares of ten degrees beside each other."""
    squares = (("01", 0, "02"), ("02", 10_000, "01"))
    return {
        "country": country,
        "as_of": "2020-01-01",
        "unit": 1000,
        "projection": {"parallels": [42.0, 48.0], "origin": [10.0, 45.0]},
        "regions": [
            {
                "code": f"{country}-{number}",
                "city": False,
                "label": [start / 1000 + 5, 45.0],
                "borders": [f"{country}-{other}"],
                **{
                    level: [[start, 40_000, 10_000, 0, 0, 10_000, -10_000, 0]] for level in ("fine", "coarse")
                },
            }
            for number, start, other in squares
        ],
    }
