"""The words and dated rules of Vietnamese instruments, once: values with their source, no messages."""
