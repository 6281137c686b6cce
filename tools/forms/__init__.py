"""The shipped Word templates and blocks as they are first written; afterwards they are edited in Word."""
