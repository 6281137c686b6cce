"""A Word document as text: lines, tables, notes, tracked changes, numbers, and the source of a template."""
