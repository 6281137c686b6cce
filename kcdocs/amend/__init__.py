"""The amending loop: read commands, apply them, plan and write them, prove the result."""
