"""Why two sides cannot be compared."""


class CannotCompare(Exception):
    """There is nothing to compare; its text is one line: what, where and what to do."""
