# SPDX-License-Identifier: EUPL-1.2
"""Which page of the PWA says what in its head. Reads the built shell; the rendering is head.py's."""

import uuid
from datetime import datetime
from typing import Any

from backend.config import Settings
from backend.defects import operations as defects
from backend.defects.wording import state
from backend.events import operations as events
from backend.events.spans import Span
from backend.events.wording import PREFIX, in_words
from backend.news import operations as news
from backend.pages import operations as pages
from backend.problems import Missing
from backend.services import offices
from backend.services import operations as services
from backend.start.event_data import event_dates, event_list
from backend.start.head import Head
from backend.start.service_data import government_office, government_service
from backend.tenants.reporter import reporter
from backend.text import plain, shorten

PLAIN_TITLES = {
    "/": None,
    "/aktuelles": "Aktuelles",
    "/termine": "Termine",
    "/termine/abonnieren": "Termine abonnieren",
    "/termine/gemerkt": "Gemerkte Termine",
    "/termine/vorschlagen": "Termin vorschlagen",
    "/maengel": "Meldungen",
    "/maengel/melden": "Schaden melden",
    "/maengel/meine": "Meine Meldungen",
    "/maengel/zahlen": "Meldungen in Zahlen",
    "/dienste": "Dienste",
    "/dienste/aemter": "Ämter und Öffnungszeiten",
    "/dienste/gemerkt": "Gemerkte Dienste",
    "/suche": "Suche",
    "/mehr": "Mehr",
    "/mehr/installieren": "Als App einrichten",
    "/mehr/mitteilungen": "Mitteilungen",
    "/mehr/sprache": "Sprache",
    "/mehr/gemeinden": "Gemeinde wechseln",
}
# Pages, and first parts of addresses, that a municipality without the module has not.
MODULE_OF = {
    "aktuelles": "news",
    "termine": "events",
    "maengel": "defects",
    "dienste": "services",
    "/mehr/mitteilungen": "push",
}
UNINDEXED = (
    "/suche",
    "/termine/gemerkt",
    "/maengel/meine",
    "/dienste/gemerkt",
    "/mehr/mitteilungen",
    "/mehr/sprache",
    "/mehr/gemeinden",
)
DESCRIPTION_LENGTH = 200
LISTED_DATES = 20
# As the PWA shows them: another `sizes` would load another file and the preload would be for nothing.
LEAD_SIZES = "(min-width: 60em) 420px, (min-width: 40em) 600px, 100vw"
ARTICLE_SIZES = "(min-width: 60em) 680px, 100vw"


def read_shell(settings: Settings, name: str = "app-shell.html") -> str:
    """A built shell. Raises Missing with the cure when there is no build."""
    try:
        return (settings.pwa_path / name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise Missing("The PWA is not built: run deploy/demo, or `npm run build` in pwa/.") from error


def page_head(path: str, tenant: dict[str, Any], theme: dict[str, str], config: dict[str, Any], now: datetime) -> Head:
    """The head of the page at this path. Raises Missing when nothing visible lives there."""
    parts, modules = path.strip("/").split("/"), config["modules"]
    module = MODULE_OF.get(path) or MODULE_OF.get(parts[0])
    if module is not None and module not in modules:
        raise Missing
    if len(parts) == 2 and parts[0] == "aktuelles":
        return _article(parts[1], tenant, theme, now)
    if len(parts) == 2 and parts[0] == "termine" and path not in PLAIN_TITLES:
        return _event(parts[1], tenant, theme, now)
    if len(parts) == 3 and parts[:2] == ["termine", "vorschlag"]:
        return _head(path, "Ihr Vorschlag", "Wie es um einen Vorschlag steht.", tenant, theme, robots="noindex")
    if len(parts) == 2 and parts[0] == "maengel" and path not in PLAIN_TITLES:
        if reporter(config).mode == "link":
            raise Missing
        return _report(parts[1], tenant, theme)
    if len(parts) == 2 and parts[0] == "dienste" and path not in PLAIN_TITLES:
        return _service(parts[1], tenant, theme)
    if len(parts) == 3 and parts[:2] == ["dienste", "aemter"]:
        return _office(parts[2], tenant, theme)
    if len(parts) == 2 and parts[0] == "seiten":
        page = pages.get_page(parts[1])
        return _head(path, page["title"], shorten(plain(page["body"]), DESCRIPTION_LENGTH), tenant, theme)
    if path == "/termine":
        return _calendar(tenant, theme, now)
    if path not in PLAIN_TITLES:
        raise Missing
    title = PLAIN_TITLES[path]
    description = (
        f"Nachrichten und Service: {tenant['kind']} {tenant['name']}. Kostenlos, ohne Anmeldung, auch ohne Netz."
    )
    data = _publisher(tenant) if title is None else None
    robots = "noindex" if path in UNINDEXED else None
    preload = _lead(now) if path == "/" and "news" in modules else None
    return _head(
        path, title, description, tenant, theme, data=data, robots=robots, feed="news" in modules, preload=preload
    )


def missing_head(path: str, tenant: dict[str, Any], theme: dict[str, str]) -> Head:
    """The head of a page that does not exist."""
    return _head(path, "Seite nicht gefunden", "Diese Seite gibt es nicht.", tenant, theme, robots="noindex")


def _article(item_id: str, tenant: dict[str, Any], theme: dict[str, str], now: datetime) -> Head:
    item = news.get_news(_id(item_id), now)
    path = f"/aktuelles/{item['id']}"
    data: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": item["title"],
        "description": item["teaser"],
        "datePublished": item["published_at"].isoformat(),
        "dateModified": max(item["updated_at"], item["published_at"]).isoformat(),
        "mainEntityOfPage": tenant["origin"] + path,
        "publisher": _publisher(tenant),
    }
    image = preload = None
    if picture := item["image"]:
        preload = (picture["srcset"], ARTICLE_SIZES)
        image = (tenant["origin"] + picture["src"], picture["width"], picture["height"], picture["alt"])
        data["image"] = image[0]
    description = item["teaser"] or shorten(plain(item["body"]), DESCRIPTION_LENGTH)
    return _head(
        path,
        item["title"],
        description,
        tenant,
        theme,
        kind="article",
        image=image,
        data=data,
        feed=True,
        preload=preload,
    )


def _calendar(tenant: dict[str, Any], theme: dict[str, str], now: datetime) -> Head:
    page = events.list_events(Span(now), limit=LISTED_DATES)
    data = event_list(page.rows, tenant) if page.rows else None
    description = f"Was in {tenant['name']} los ist: Feste, Konzerte, Märkte, Sitzungen."
    return _head(
        "/termine", "Termine", description, tenant, theme, data=data, calendar=True, lasts_until=page.lasts_until
    )


def _event(event_id: str, tenant: dict[str, Any], theme: dict[str, str], now: datetime) -> Head:
    event, until = events.get_event(_id(event_id), now)
    when = in_words(event["starts_at"], event["first_day"], event["last_day"], all_day=event["all_day"])
    when = PREFIX.get(event["status"], "") + when
    description = " · ".join(part for part in (when, event["place_name"], event["teaser"]) if part)
    image = preload = None
    if picture := event["image"]:
        preload = (picture["srcset"], ARTICLE_SIZES)
        image = (tenant["origin"] + picture["src"], picture["width"], picture["height"], picture["alt"])
    return _head(
        f"/termine/{event['id']}",
        event["title"],
        description,
        tenant,
        theme,
        image=image,
        data=event_dates(event, tenant),
        calendar=True,
        preload=preload,
        lasts_until=until,
    )


def _report(report_id: str, tenant: dict[str, Any], theme: dict[str, str]) -> Head:
    """Of what nobody may see, nothing, and as little of what never was: its reporter opens it with a secret that only
    the page knows."""
    report = defects.find_public(_id(report_id))
    if report is None:
        text = f"Wie es um eine Meldung in {tenant['name']} steht."
        return _head(f"/maengel/{report_id}", "Meldung", text, tenant, theme, robots="noindex")
    image = None
    if picture := report["photo"]:
        image = (tenant["origin"] + picture["src"], picture["width"], picture["height"], picture["alt"])
    standing = state(report["status"], forwarded_to=report["forwarded_to"], expected_on=report["expected_on"])
    description = " · ".join(part for part in (standing, report["place"], report["note"]) if part)
    return _head(f"/maengel/{report_id}", report["title"], description, tenant, theme, image=image)


def _service(service_id: str, tenant: dict[str, Any], theme: dict[str, str]) -> Head:
    service = services.get_brief(_id(service_id))
    data = government_service(service, tenant, _publisher(tenant))
    return _head(f"/dienste/{service['id']}", service["title"], service["teaser"], tenant, theme, data=data)


def _office(office_id: str, tenant: dict[str, Any], theme: dict[str, str]) -> Head:
    office = offices.get_office(_id(office_id))
    description = " · ".join(part for part in (offices.place_of(office["address"]), office["note"]) if part)
    data = government_office(office, tenant)
    return _head(f"/dienste/aemter/{office['id']}", office["name"], description, tenant, theme, data=data)


def _id(text: str) -> uuid.UUID:
    try:
        found = uuid.UUID(text)
    except ValueError as error:
        raise Missing from error
    if str(found) != text:
        raise Missing
    return found


def _lead(now: datetime) -> tuple[str, str] | None:
    """The picture of the first item on Start that is not in the notice strip already."""
    notices = {item["id"] for item in news.list_notices(now)}
    items, _total = news.list_news(now, limit=len(notices) + 1)
    lead = next((item for item in items if item["id"] not in notices), None)
    return (lead["image"]["srcset"], LEAD_SIZES) if lead and lead["image"] else None


def _publisher(tenant: dict[str, Any]) -> dict[str, Any]:
    return {"@type": "GovernmentOrganization", "name": f"{tenant['kind']} {tenant['name']}", "url": tenant["origin"]}


def _head(
    path: str, title: str | None, description: str, tenant: dict[str, Any], theme: dict[str, str], **more: Any
) -> Head:
    name = tenant["name"]
    return Head(
        title=f"{title} · {name}"
        if title
        else f"{name} – die App der {'Stadt' if tenant['kind'] == 'Stadt' else 'Gemeinde'}",
        description=description,
        url=tenant["origin"] + path,
        site_name=name,
        color_light=theme["paper_light"],
        color_dark=theme["paper_dark"],
        **more,
    )
