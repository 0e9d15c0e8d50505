"""Who judges, and when: what stands under every judgement."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime


class Nobody(Exception):
    """The system does not know who is at work; its text says what to do."""


def signature(who: str | None) -> tuple[str, str]:
    """Return the name that was given, else that of the login, and the time in UTC.

    Raises Nobody where a login has no name.
    """
    try:
        name = who or getpass.getuser()
    except (KeyError, OSError) as error:
        raise Nobody("the system has no name for you: give yours with --who") from error
    return name, datetime.now(UTC).isoformat()
