# SPDX-License-Identifier: EUPL-1.2
"""A service as schema.org/GovernmentService and an office as GovernmentOffice, for search engines and assistants. Pure:
rows and the municipality in, plain values out."""

from typing import Any

from backend.services.offices import place_of

Row = dict[str, Any]
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def government_service(service: Row, tenant: Row, provider: Row) -> Row:
    """One service of a municipality."""
    return {
        "@type": "GovernmentService",
        "name": service["title"],
        "description": service["teaser"],
        "url": f"{tenant['origin']}/dienste/{service['id']}",
        "areaServed": {"@type": "AdministrativeArea", "name": tenant["name"]},
        "provider": provider,
    }


def government_office(office: Row, tenant: Row) -> Row:
    """One office with its usual opening hours."""
    found: Row = {
        "@type": "GovernmentOffice",
        "name": office["name"],
        "url": f"{tenant['origin']}/dienste/aemter/{office['id']}",
        "openingHoursSpecification": [
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": [f"https://schema.org/{DAYS[day]}" for day in span["days"]],
                "opens": span["from"],
                "closes": span["to"],
            }
            for span in office["hours"]
        ],
    }
    found |= {name: office[key] for name, key in (("telephone", "phone"), ("email", "email")) if office[key]}
    if place := place_of(office["address"]):
        found["address"] = place
    if office["lat"] is not None and office["lon"] is not None:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": office["lat"], "longitude": office["lon"]}
    return found
