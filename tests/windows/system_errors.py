"""Errors of the system as Windows makes them."""

from __future__ import annotations


def windows_error(code: int, number: int, name: str, other: str | None = None) -> OSError:
    """As Windows raises it: the class by its errno, and a code of its own."""
    fault = OSError(number, "words of the system", name, None, other)
    fault.winerror = code
    return fault
