"""Why nothing can be scored."""


class NoGold(Exception):
    """A file holds no gold; its text says which file, what is wrong and where."""
