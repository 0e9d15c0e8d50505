"""Engines: the words, pictures and type of pages, as pdfium or pdfplumber gives them."""
