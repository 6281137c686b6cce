"""Conversions by LibreOffice, nothing else: DOCX to PDF, DOC to DOCX."""
