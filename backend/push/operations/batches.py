# SPDX-License-Identifier: EUPL-1.2
"""What a worker has in its hands: a message, a part of its audience, a batch of devices and how it ended. Pure."""

import math
import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from backend.push.models import MessageState, Reason
from backend.push.transport import Outcome, Result, Target, pause


@dataclass(frozen=True, slots=True)
class Order:
    """A message as the worker needs it; `payload` is not encrypted yet."""

    id: uuid.UUID
    state: MessageState
    subject: tuple[str, uuid.UUID] | None
    topics: tuple[str, ...]
    urgent: bool
    test: bool
    due_at: datetime
    expires_at: datetime
    payload: bytes = field(repr=False)
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A slice that this worker holds."""

    id: uuid.UUID
    holder: uuid.UUID
    after_id: uuid.UUID
    last_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class Device:
    """A subscription of a batch. `target` is None where its push service is not allowed any more."""

    id: uuid.UUID
    target: Target | None = field(repr=False)
    quiet_until: datetime | None = None
    attempts: int = 0
    delivery_id: uuid.UUID | None = None
    wants: bool = True

    @property
    def rings(self) -> bool:
        """Whether it is asked now."""
        return self.target is not None and self.quiet_until is None and self.wants


@dataclass(slots=True)
class Tally:
    """What became of a batch. `left`: devices that have dropped the topic since; `gone`: those to forget."""

    reached: int = 0
    failed: int = 0
    left: int = 0
    gone: list[uuid.UUID] = field(default_factory=list)
    later: dict[uuid.UUID, tuple[datetime, int, Reason]] = field(default_factory=dict)


def settle(order: Order, outcomes: Sequence[tuple[Device, Outcome | None]], now: datetime) -> Tally:
    """Count a batch and say when to come back to whom. An outcome of None: the device is in its quiet hours."""
    tally = Tally()
    for device, outcome in outcomes:
        if not device.wants:
            tally.left += 1
            continue
        if outcome is None:
            attempts, due_at, reason = device.attempts, device.quiet_until, Reason.QUIET
        elif outcome.result is Result.LATER:
            attempts, reason = device.attempts + outcome.tried, Reason.RETRY
            seconds = pause(attempts, outcome.wait) if outcome.tried else outcome.wait
            due_at = None if seconds is None else now + timedelta(seconds=math.ceil(seconds))
        else:
            tally.reached += outcome.result is Result.REACHED
            tally.failed += outcome.result is Result.FAILED
            if outcome.result is Result.GONE:
                tally.gone.append(device.id)
            continue
        if due_at is None or due_at >= order.expires_at:
            tally.failed += 1
        else:
            tally.later[device.id] = (due_at, attempts, reason)
    return tally


def alike(devices: Sequence[Device], tally: Tally) -> dict[tuple[datetime, int, Reason], list[uuid.UUID | None]]:
    """Deliveries by what is written down of them: when a push service rests, it is the same for all."""
    found = defaultdict[tuple[datetime, int, Reason], list[uuid.UUID | None]](list)
    for device in devices:
        if device.id in tally.later:
            found[tally.later[device.id]].append(device.delivery_id)
    return found
