# SPDX-License-Identifier: EUPL-1.2
"""A browser in two words, for the list of one's own sessions. Nothing more of the User-Agent is kept."""

# The first match wins: Edge and Opera also say Chrome, Chrome also says Safari, Android also says Linux.
PROGRAMS = (("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)  # fmt: skip


def describe(user_agent: str) -> str:
    """Such as "Firefox, Windows"; "Browser" when nothing is recognised."""
    program = next((name for mark, name in PROGRAMS if mark in user_agent), "Browser")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    return f"{program}, {system}" if system else program
