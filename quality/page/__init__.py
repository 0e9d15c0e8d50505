"""The data-quality page: one HTML file with what to trust, and the print behind each number."""

from .render import render

__all__ = ["render"]
