"""Addresses of other machines: which words are one, and how one may be shown."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_LOGIN = re.compile(r"//[^/?#]*@")


def is_address(name: str) -> bool:
    """Whether a name is an http(s) address rather than a file."""
    return _ADDRESS.match(name) is not None


def without_login(address: str) -> str:
    """The address as it may be shown: user and password in it as three asterisks."""
    return _LOGIN.sub("//***@", address, count=1)
