"""Cells of CSV for spreadsheets: text that they would take for a formula stays text."""

# What a spreadsheet takes for a formula when a cell begins with it (OWASP, 'CSV Injection').
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_TEXT = "'"

Cell = str | int | float | None


def harmless(cell: Cell) -> Cell:
    """Return the cell; text that would be a formula is led by an apostrophe."""
    return f"{_TEXT}{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def as_written(cell: str) -> str:
    """Return what `harmless` was given."""
    text = cell.removeprefix(_TEXT)
    return text if text.startswith(_FORMULA) else cell
