"""The file around a Word document: its ZIP archive, parts, relations and properties, and their XML."""
