# SPDX-License-Identifier: EUPL-1.2
"""The Smart Village App's backend. `create_app` is the only place where the parts meet."""

from functools import partial
from typing import Any

from flask import Flask
from flask_migrate import Migrate
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from backend import audit, cli, mail, media, throttle
from backend.accounts import routes as accounts_routes
from backend.accounts import routes_people as accounts_people
from backend.accounts.login import init_login
from backend.accounts.operations.housekeeping import BROOMS as STAFF_BROOMS
from backend.accounts.organisers import init_organisers
from backend.config import ROOT, Settings, read_settings
from backend.db import db, init_db
from backend.defects import routes as defects_routes
from backend.defects import routes_categories as defects_categories
from backend.defects import routes_facts as defects_facts
from backend.defects import routes_own as defects_own
from backend.defects import routes_staff as defects_staff
from backend.defects.keeping import BROOMS as DEFECT_BROOMS
from backend.defects.photos import published as published_photos
from backend.defects.ringing import VISIBLE as REPORTS
from backend.editing.pictures import uses
from backend.errors import ProblemApi, init_errors
from backend.events import feeds as events_feeds
from backend.events import routes as events_routes
from backend.events import routes_staff as events_staff
from backend.events import routes_suggestions as suggestions_routes
from backend.events import suggestions
from backend.events.models import Event
from backend.events.occurrences import forget as forget_dates
from backend.events.occurrences import move_on
from backend.events.operations import is_visible as event_is_visible
from backend.events.organisers import names as organiser_names
from backend.events.reminders import VISIBLE as REMINDERS
from backend.headers import DOCUMENT_HEADERS
from backend.housekeeping import Broom, init_housekeeping
from backend.jobs import init_jobs
from backend.logs import init_logs
from backend.news import feeds as news_feeds
from backend.news import routes as news_routes
from backend.news import routes_staff as news_staff
from backend.news.models import NewsItem
from backend.news.operations import is_visible as news_is_visible
from backend.pages import routes as pages_routes
from backend.pages import routes_staff as pages_staff
from backend.parameters import declared_parameters
from backend.push import routes as push_routes
from backend.push import routes_staff as push_staff
from backend.push.operations.messages import forget as forget_messages
from backend.push.sending import init_push
from backend.reads import ReadCache
from backend.services import routes as services_routes
from backend.services import routes_offices as services_offices
from backend.services import routes_staff as services_staff
from backend.services.texts import BROOM as SERVICE_TEXTS
from backend.start import routes as start_routes
from backend.tenants import routes as tenants_routes
from backend.tenants.describe import load_profile, picture_hosts, tenant_ids
from backend.tenants.lookup import HostLookup
from backend.web import REVALIDATE, init_web

API_VERSION = "1.0.0"
DOCUMENTED = (
    start_routes.api, tenants_routes.api, news_routes.bp, pages_routes.bp, accounts_routes.bp, accounts_people.bp,
    news_staff.bp, events_routes.bp, events_staff.bp, suggestions_routes.bp,
    suggestions_routes.staff_bp, defects_routes.bp, defects_own.bp, defects_facts.bp, defects_staff.bp,
    defects_categories.bp, services_routes.bp, services_staff.bp, services_offices.bp,
    pages_staff.bp, media.staff_bp, push_routes.bp, push_staff.bp,
)  # fmt: skip
UNDOCUMENTED = (
    tenants_routes.pages, news_feeds.bp, events_feeds.feeds, events_feeds.files, media.bp, start_routes.share,
    start_routes.pages,
)  # fmt: skip
BROOMS = (
    *STAFF_BROOMS,
    Broom("counters of tries", throttle.forget, whole_house=True),
    Broom("mails that could not be sent", mail.forget),
    Broom("endless series", move_on),
    Broom("dates long past", forget_dates),
    Broom(
        "pictures that nothing shows",
        lambda now: media.sweep_unused(now).rows,
        look=lambda now: len(media.unused(now)),
    ),
    Broom("what became of notifications", forget_messages),
    Broom("contacts of those who suggested an event", suggestions.forget_contacts),
    Broom("suggestions that nobody asks about", suggestions.forget),
    *DEFECT_BROOMS,
    SERVICE_TEXTS,
    Broom("lines of the log", audit.forget),
)


def create_app(settings: Settings | None = None) -> Flask:
    """Build the app: settings, database, border, features, queue, then the WSGI layers (proxy → static files → byte
    cache → Flask)."""
    settings = settings or read_settings()
    app = Flask(__name__, static_folder=None)
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        # Error messages of the database must not quote what somebody wrote.
        SQLALCHEMY_ENGINE_OPTIONS={"hide_parameters": True},
        API_TITLE="Smart Village App",
        API_VERSION=API_VERSION,
        OPENAPI_VERSION="3.1.0",
    )
    app.extensions["sva.settings"] = settings
    init_logs(app, settings.log_level)
    init_db(app)
    Migrate(app, db, directory=str(ROOT / "backend" / "migrations"))
    init_login(app)
    media.init_uses(app, partial(uses, NewsItem, "news"), partial(uses, Event, "event"))
    media.init_claims(app, published_photos)
    init_organisers(app, organiser_names)
    init_web(app, https=settings.https, max_body_bytes=settings.max_body_bytes, picture_hosts=picture_hosts)
    api = ProblemApi(app)
    init_errors(app)
    app.extensions["sva.api"] = api
    for border in DOCUMENTED:
        api.register_blueprint(border)
    for border in UNDOCUMENTED:
        app.register_blueprint(border)
    app.extensions["sva.municipality"] = load_profile
    app.extensions["sva.tenant_ids"] = lambda: _in_context(app, tenant_ids)
    # Before push sends a message about something, its feature says whether residents can see it now.
    visible = {"news": news_is_visible, "event": event_is_visible, "event-change": event_is_visible}
    init_push(app, {**visible, **REMINDERS, **REPORTS})
    init_jobs(app, settings)
    init_housekeeping(app, BROOMS)
    cli.init_cli(app)
    _wrap(app, settings)
    return app


def _in_context(app: Flask, function: Any) -> Any:
    with app.app_context():
        return function()


def _wrap(app: Flask, settings: Settings) -> None:
    with app.app_context():
        lookup = HostLookup(db.engine, settings)
    wsgi: Any = ReadCache(
        app.wsgi_app, lookup, declared_parameters(app), settings.read_cache_bytes, app.extensions["sva.headers"]
    )
    if settings.pwa_path.is_dir():
        wsgi = _static(wsgi, settings, app.extensions["sva.headers"])
    if settings.trusted_proxies:
        count = settings.trusted_proxies
        wsgi = ProxyFix(wsgi, x_for=count, x_proto=count, x_host=count)
    app.wsgi_app = wsgi  # type: ignore[method-assign]


def _static(wsgi: Any, settings: Settings, security: dict[str, str]) -> WhiteNoise:
    """The build's files: hashed ones immutable, the worker and the shell always fresh, all of them in their
    precompressed form."""

    def add_headers(headers: Any, _path: str, url: str) -> None:
        for name, value in (security | DOCUMENT_HEADERS if url.endswith(".html") else security).items():
            headers[name] = value
        if not url.startswith("/assets/"):
            headers["Cache-Control"] = REVALIDATE

    files = WhiteNoise(
        wsgi,
        root=str(settings.pwa_path),
        immutable_file_test=lambda _path, url: url.startswith("/assets/"),
        add_headers_function=add_headers,
        allow_all_origins=False,
    )
    # Its headers differ from one municipality to the next: start answers it.
    files.files.pop("/app-shell.html", None)
    if settings.pwa_kill_switch:
        files.files["/sw.js"] = files.files["/sw-kill.js"]
    return files
