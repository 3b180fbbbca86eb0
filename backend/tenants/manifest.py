# SPDX-License-Identifier: EUPL-1.2
"""The web app manifest of a municipality (W3C Web Application Manifest). Pure: the projection in, a dict out."""

from typing import Any

Row = dict[str, Any]
SHORT = 20
DESCRIPTION = "Nachrichten, Termine und Service: {kind} {name}. Kostenlos, ohne Anmeldung, auch ohne Netz."
SHORTCUTS = {
    "news": {"name": "Aktuelles", "description": "Nachrichten lesen", "url": "/aktuelles"},
    "events": {"name": "Termine", "description": "Sehen, was los ist", "url": "/termine"},
    "defects": {"name": "Schaden melden", "description": "Sagen, was kaputt ist", "url": "/maengel/melden"},
    "services": {"name": "Dienste", "description": "Ausweis, Umzug, Hund: was Sie brauchen", "url": "/dienste"},
}
# A photo that is shared with the app begins a report: the worker takes it in.
SHARE_TARGET = {
    "action": "/maengel/teilen",
    "method": "POST",
    "enctype": "multipart/form-data",
    "params": {"title": "title", "text": "text", "files": [{"name": "photo", "accept": ["image/*"]}]},
}


def manifest(config: Row) -> Row:
    """The manifest; a module that is off, or elsewhere, has no shortcut."""
    tenant, theme = config["tenant"], config["theme"]
    here = [module for module in config["modules"] if (config.get(module) or {}).get("mode") != "link"]
    icon = {"src": "/icons/icon-192.png", "sizes": "192x192", "type": "image/png"}
    shortcuts = [SHORTCUTS[module] for module in here if module in SHORTCUTS]
    shortcuts.append({"name": "Suche", "description": "In der App suchen", "url": "/suche"})
    return {
        "id": "/",
        "name": tenant["name"],
        "short_name": short_name(tenant["name"]),
        "description": DESCRIPTION.format(kind=tenant["kind"], name=tenant["name"]),
        "lang": tenant["language"],
        "dir": "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": theme["paper_light"],
        "theme_color": theme["paper_light"],
        "categories": ["government", "news", "utilities"],
        "icons": [
            {"src": "/icons/icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"},
            {**icon, "purpose": "any"},
            {"src": "/icons/icon-512.png", "sizes": "512x512", "type": "image/png", "purpose": "any"},
            {"src": "/icons/maskable-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
        ],
        "shortcuts": [{**shortcut, "icons": [icon]} for shortcut in shortcuts],
    } | ({"share_target": SHARE_TARGET} if "defects" in here else {})


def short_name(name: str) -> str:
    """The name under the icon on a home screen: without what stands after a slash or in brackets, if it is long."""
    main = name if len(name) <= SHORT else name.split("/")[0].split("(")[0].strip()
    return main if len(main) <= SHORT else main[: SHORT - 1].rstrip() + "…"
