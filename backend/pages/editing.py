# SPDX-License-Identifier: EUPL-1.2
"""What editing means for pages: title and text, legal pages that stay, own pages that come and go. The verbs are the
kernel's. Knows no request; never commits."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select

from backend.db import db
from backend.editing import Acting, Content, Deed, Desk
from backend.editing.contents import one_line
from backend.pages.models import Page
from backend.pages.operations import refresh_search_text
from backend.reference import slug_of
from backend.text import clean_html

Row = dict[str, Any]
SLUG = 50


def list_all() -> list[Row]:
    """All pages in the municipality's order, with the title that editors see."""
    columns = (
        Page.id,
        Page.version,
        Page.key,
        Page.slug,
        Page.title,
        Page.role,
        Page.edited,
        Page.published,
        Page.draft,
        Page.edited_by,
        Page.edited_at,
        Page.updated_at,
    )
    rows = db.session.execute(select(*columns).order_by(Page.position, Page.title))
    return [
        {
            **row._mapping,
            "title": row.draft["title"] if row.draft else row.title,
            "edited": row.edited or row.draft is not None,
            "unpublished_changes": row.draft is not None or not row.published,
            "edited_at": row.edited_at or row.updated_at,
        }
        for row in rows
    ]


class PageDesk(Desk):
    """Where pages are edited."""

    kind, model = "page", Page

    def accept(self, body: Row, act: Acting) -> Content:
        """Cleaned."""
        return {"title": one_line(body["title"]), "body": clean_html(body["body"])}

    def content_of(self, row: Page) -> Content:
        """The columns as content."""
        return {"title": row.title, "body": row.body}

    def usable(self, content: Content) -> Content:
        """Nothing in it can be deleted."""
        return content

    def apply(self, row: Page, content: Content, now: datetime) -> None:
        """Content into the columns. From now on the tenant file leaves the page alone."""
        row.title, row.body, row.edited = content["title"], content["body"], True
        if not row.published:
            # Nobody knows its address yet.
            row.key = row.slug = _free_slug(content["title"], row.id)
        refresh_search_text(row)

    def make(self, thing_id: uuid.UUID, content: Content, act: Acting) -> Page:
        """An own page behind the others."""
        last = db.session.scalar(select(func.max(Page.position)))
        row = Page(id=thing_id, published=False, version=1, updated_at=act.now, position=(last or 0) + 1)
        row.edited_by, row.edited_at = act.who.name, act.now
        self.apply(row, content, act.now)
        return row

    def release(self, row: Page, act: Acting) -> None:
        """Show it."""
        row.published = True

    def lacks(self, content: Content, now: datetime) -> dict[str, str]:
        """The one rule of publication."""
        found = {}
        if not content["title"].strip():
            found["title"] = "The title is missing."
        if not content["body"]:
            found["text"] = "The text is empty."
        return found

    def deletable(self, row: Page, now: datetime) -> bool:
        """The law asks for those with a role."""
        return row.role is None

    def origin(self, row: Page) -> tuple[Deed, str]:
        """From the tenant file."""
        return Deed.IMPORTED, ""

    def describe(self, row: Page, act: Acting) -> Row:
        """The page as the editor sees it."""
        return super().describe(row, act) | {
            "unpublished_changes": row.draft is not None or not row.published,
            "key": row.key,
            "slug": row.slug,
            "title": self.working(row)["title"],
            "role": row.role,
            "edited": row.edited or row.draft is not None,
            "published": row.published,
        }


PAGES = PageDesk()


def _free_slug(title: str, page_id: uuid.UUID) -> str:
    wanted = slug_of(title)[:SLUG].strip("-") or "seite"
    query = select(Page.slug, Page.key).where(Page.id != page_id)
    taken = {
        name
        for row in db.session.execute(query.where(or_(Page.slug.startswith(wanted), Page.key.startswith(wanted))))
        for name in row
    }
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(name for name in numbered if name not in taken)
