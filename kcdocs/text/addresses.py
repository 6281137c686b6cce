"""Addresses of other machines, as they may be shown."""

from __future__ import annotations

import re

_LOGIN = re.compile(r"//[^/?#]*@")


def without_login(address: str) -> str:
    """The address as it may be shown: user and password in it as three asterisks."""
    return _LOGIN.sub("//***@", address, count=1)
