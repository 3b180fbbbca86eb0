# SPDX-License-Identifier: EUPL-1.2
"""The texts of the mails to staff, in German. Pure functions: (subject, text)."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
ROLE_NAMES = {"EDITOR": "Redaktion", "CLERK": "Meldungen", "ADMIN": "Verwaltung"}


def invitation(
    municipality: str, inviter: str, roles: Iterable[str], link: str, until: datetime, organiser: str | None = None
) -> tuple[str, str]:
    """The way in for somebody new, perhaps to write for one organiser of events only."""
    names = ", ".join(ROLE_NAMES[role] for role in sorted(roles))
    words = f"Termine: {organiser}" if organiser else names
    who = f"{inviter} lädt Sie ein" if inviter else "Sie sind eingeladen"
    return (
        f"Einladung: App von {municipality}",
        f"Guten Tag,\n\n{who}, an der App von {municipality} mitzuarbeiten ({words}).\n\n"
        f"Einladung annehmen:\n{link}\n\n"
        f"Der Link gilt bis {_moment(until)} und nur einmal. Ansehen verbraucht ihn nicht.\n"
        "Wenn Sie nichts damit anfangen können, brauchen Sie nichts zu tun.\n",
    )


def reset(municipality: str, link: str, until: datetime) -> tuple[str, str]:
    """The way to a new password."""
    return (
        f"Neues Passwort: App von {municipality}",
        f"Guten Tag,\n\njemand möchte für diese Adresse ein neues Passwort festlegen.\n\n"
        f"Neues Passwort festlegen:\n{link}\n\n"
        f"Der Link gilt bis {_moment(until)} und nur einmal.\n"
        "Waren Sie das nicht, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.\n",
    )


def security_notice(municipality: str, deed: str) -> tuple[str, str]:
    """After a change that a thief would make: the owner learns of it."""
    return (
        f"Ihr Zugang zur App von {municipality}",
        f"Guten Tag,\n\n{deed}\n\n"
        "Waren Sie das nicht, legen Sie bitte gleich ein neues Passwort fest (Anmelden, „Passwort vergessen“)\n"
        "und sagen Sie Ihrer Verwaltung Bescheid.\n",
    )


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(BERLIN):%d.%m.%Y, %H:%M} Uhr"
