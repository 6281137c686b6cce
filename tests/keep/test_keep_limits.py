"""How long one command waits for another."""

from __future__ import annotations

from kcdocs.keep import limits


def test_a_command_waits_ten_seconds_for_restoring_which_waits_two_for_commands() -> None:
    assert (limits.WAIT_SECONDS, limits.WAIT_ALONE) == (10, 2)
