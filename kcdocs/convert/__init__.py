"""Conversions by LibreOffice without network, nothing else: DOCX to PDF, DOC to DOCX."""
