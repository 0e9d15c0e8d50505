"""Layers of a PDF (optional content, ISO 32000-1, 8.11): may one be switched off?"""

from __future__ import annotations

import re
from collections.abc import Collection

# /OCProperties << /D << /OFF [12 0 R] >> >>
_LAYERS = b"/OCProperties"
# /OFF [12 0 R]   /OFF 9 0 R   /BaseState /OFF   /ViewState /OFF   /P /AllOff   /VE [/Not 12 0 R]
_OFF = re.compile(rb"/OFF\s*(?:\[\s*\d|\d)|State\s*/OFF\b|/A(?:ll|ny)Off\b|/VE\b")


def may_hide(objects: Collection[bytes]) -> bool:
    """Tell whether a PDF of these objects may have a layer that is off; most have none."""
    return any(_LAYERS in each for each in objects) and any(_OFF.search(each) for each in objects)
