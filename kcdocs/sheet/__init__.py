"""Spreadsheets: the only room that knows XLSX and CSV, reading and writing."""
