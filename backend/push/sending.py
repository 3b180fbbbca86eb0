# SPDX-License-Identifier: EUPL-1.2
"""How a message leaves the house: as a task of the queue, batch by batch. Knows no request.

The message is a row; this task finds out what there is to do for it and stops when nothing is left for now. Several
workers may run it for one message: each takes slices that nobody else holds. No transaction is open while push services
take their time. Whether the subject is visible is asked before every slice: create_app hands in each feature's answer
(`init_push`), because this feature knows no other.
"""

import logging
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import cast

from flask import Flask, current_app
from sqlalchemy import select

from backend import jobs
from backend.config import current_settings
from backend.db import current_tenant_id, db
from backend.push.keys import HOUR, authorization
from backend.push.models import MessageState, PushKeys
from backend.push.operations import messages, progress
from backend.push.operations.batches import Device, Order, Part, settle
from backend.push.operations.messages import KIND
from backend.push.operations.progress import LostLease, OriginOf
from backend.push.origins import still_allowed
from backend.push.transport import FAILED, Courier, Outcome
from backend.tenants.describe import origin
from backend.tenants.models import Tenant

log = logging.getLogger("sva.push")

HELPERS = 3  # further workers that are called for a message of several slices
Visible = Callable[[uuid.UUID, datetime], bool]


@dataclass(frozen=True, slots=True)
class Page:
    """A batch on its way."""

    devices: list[Device]
    answers: "Future[list[Outcome]]"
    is_last: bool = True

    def outcomes(self) -> list[tuple[Device, Outcome | None]]:
        """Wait for all of it; None for a device in its quiet hours."""
        answers = iter(self.answers.result())
        return [(one, next(answers) if one.rings else None if one.quiet_until else FAILED) for one in self.devices]

    @property
    def last_id(self) -> uuid.UUID | None:
        return self.devices[-1].id if self.devices else None


def _page(order: Order, courier: Courier, devices: list[Device], *, is_last: bool = True) -> Page:
    targets = [one.target for one in devices if one.target and one.rings]
    return Page(devices, courier.send(order.payload, order.headers, targets), is_last)


def init_push(app: Flask, subjects: Mapping[str, Visible]) -> None:
    """Say for each feature that announces something how to ask whether residents can see it now."""
    app.extensions["sva.push_subjects"] = subjects


@jobs.sweep(KIND, every_minutes=1)
def due() -> list[str]:
    """Messages whose minute has come, whose worker has died, or of which a device is due again."""
    return [str(message_id) for message_id in progress.due(_now())]


@jobs.work(KIND)
def run(row_id: str | None) -> None:
    """Do what there is to do for a message now. Safe to repeat, and to run in several workers at once."""
    message_id = uuid.UUID(row_id)
    with jobs.reading():
        order, authorize = progress.load(message_id, _now()), _authorizer()
    if order is None or order.state is MessageState.CANCELLED or order.due_at > _now():
        return
    if not _may_go_on(order) or authorize is None:
        return
    if order.state is MessageState.WAITING:
        order = _begin(order)
    if order is None:
        return
    allowed = partial(still_allowed, allowed=current_settings().push_origins)
    try:
        with Courier(authorize) as courier:
            while _may_go_on(order) and _send_part(order, courier, allowed):
                pass
            while _may_go_on(order) and _send_deliveries(order, courier, allowed):
                pass
    except LostLease:
        log.warning("another worker took over", extra={"kind": KIND, "tenant": str(current_tenant_id())})


def _may_go_on(order: Order) -> bool:
    """Not expired and still visible; else the rest is dropped."""
    now = _now()
    if order.expires_at <= now:
        with jobs.transaction():
            progress.expire(order)
        return False
    if order.subject is None:
        return True
    kind, subject_id = order.subject
    subjects = cast(Mapping[str, Visible], current_app.extensions["sva.push_subjects"])
    with jobs.reading():
        visible = subjects[kind](subject_id, now)
    if not visible:
        with jobs.transaction():
            messages.stop(order.id)
    return visible


def _begin(order: Order) -> Order | None:
    """The message as it is sent from now on, whoever began; None if it was replaced or called off meanwhile."""
    with jobs.reading():
        count, edges = progress.survey(order)
    with jobs.transaction():
        if progress.begin(order, count, edges):
            for _ in edges[1 : HELPERS + 1]:
                jobs.after_commit(KIND, str(order.id))
    with jobs.reading():
        begun = progress.load(order.id, _now())
    return begun if begun and begun.state in (MessageState.SENDING, MessageState.SENT) else None


def _send_part(order: Order, courier: Courier, allowed: OriginOf) -> bool:
    """Send to one slice; False if there was none to take, or the message was called off."""
    with jobs.transaction():
        part = progress.claim_part(order, _now())
    if part is None:
        return False
    for page in _one_ahead(_pages(order, part, courier, allowed)):
        tally = settle(order, page.outcomes(), _now())
        with jobs.transaction():
            if not progress.record_part(order, part, tally, page.last_id, last=page.is_last, now=_now()):
                return False
    return True


def _pages(order: Order, part: Part, courier: Courier, allowed: OriginOf) -> Iterator[Page]:
    after, more = part.after_id, True
    while more:
        with jobs.reading():
            devices = progress.read_batch(order, part, after, _now(), allowed)
        more = len(devices) == progress.BATCH
        page = _page(order, courier, devices, is_last=not more)
        after = page.last_id or after
        yield page


def _one_ahead(pages: Iterator[Page]) -> Iterator[Page]:
    """The same pages, each given out when the one after it is on its way already."""
    waiting = next(pages)
    for page in pages:
        yield waiting
        waiting = page
    yield waiting


def _send_deliveries(order: Order, courier: Courier, allowed: OriginOf) -> bool:
    """Send a batch of what is left over; False if nothing is due."""
    with jobs.transaction():
        lease, devices = progress.claim_deliveries(order, _now(), allowed)
    if not devices:
        return False
    tally = settle(order, _page(order, courier, devices).outcomes(), _now())
    with jobs.transaction():
        return progress.record_deliveries(order, lease, devices, tally)


def _authorizer() -> Callable[[str], str] | None:
    """What signs for the municipality's push services; None while it has no keys, or does without notifications."""
    sealed = db.session.scalar(select(PushKeys.private_sealed))
    config = db.session.scalars(select(Tenant.config).where(Tenant.id == current_tenant_id())).one()
    if sealed is None or "push" not in config["modules"]:
        return None
    contact = contact_of(config)
    return lambda service: authorization(sealed, service, contact, int(time.time()) // HOUR)


def contact_of(config: dict[str, object]) -> str:
    """Where a push service may complain: the town hall's mail address, or else the app's own address."""
    tenant = cast(dict[str, str], config["tenant"])
    if tenant["email"]:
        return f"mailto:{tenant['email']}"
    settings = current_settings()
    if settings.development:
        return f"mailto:{settings.mail_from}"
    return origin(tenant["slug"], cast(list[str], config["hosts"]), settings)


def _now() -> datetime:
    return datetime.now(UTC)
