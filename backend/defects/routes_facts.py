# SPDX-License-Identifier: EUPL-1.2
"""Addresses of what is known about the reporter as a whole."""

from typing import Any

from backend.defects import area, figures, schemas_facts
from backend.instants import next_midnight
from backend.web import Access, Border, lasts_until, municipality, now

bp = Border("defect-facts", __name__, url_prefix="/api/v1/defects", module="defects", description="Where, and how many")


@bp.endpoint("/area", access=Access.PUBLIC, returns=schemas_facts.AreaSchema())
def get_area() -> Any:
    """The municipality's border, its neighbours and places: enough to choose a spot without a net."""
    return area.describe_area(municipality().config)


@bp.endpoint("/statistics", access=Access.PUBLIC, returns=schemas_facts.StatisticsSchema())
def get_statistics() -> Any:
    """How many reports there are, and how well the town hall keeps its promise."""
    lasts_until(next_midnight(now()))  # then they change although nobody does anything
    return figures.statistics(municipality().config, now())
