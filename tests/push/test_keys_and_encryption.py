# SPDX-License-Identifier: EUPL-1.2
"""Keys per municipality, encryption against the reference below pywebpush, settings of the allow-list."""

import base64
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import http_ece
import pytest
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from flask import Flask
from pywebpush import WebPusher

from backend.config import SettingsError, read_settings
from backend.db import db
from backend.jobs import scope
from backend.push import encryption, keys
from backend.push.encryption import MAX_PAYLOAD, BadKeys, Recipient, decode, encode, encrypt, recipient
from backend.push.models import PushKeys
from backend.push.origins import origin_of
from backend.push.planting import plant
from backend.sealing import unseal
from tests.factories import tenant_id
from tests.push.phones import Phone, make_keys
from tests.tenants.files import MINIMAL, plan_of

# RFC 8291, section 5: the worked example.
RFC_PLAIN = b"When I grow up, I want to be a watermelon"
RFC_BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_"
    "yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)


def test_the_example_of_the_standard_comes_out_byte_by_byte() -> None:
    own = derive_private_key(int.from_bytes(decode("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"), "big"), SECP256R1())
    to = recipient(
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "BTBZMqHH6r4Tts7J_aSIgg",
    )
    made = encryption._encrypt(RFC_PLAIN, to, own, decode("DGv6ra1nlYgDCS1FRnbzlw"))
    # The example says a record size of 4096 and no padding, as we do.
    assert encode(made) == RFC_BODY


@pytest.mark.parametrize("size", [0, 1, 200, MAX_PAYLOAD])
def test_the_reference_reads_what_we_write_and_we_write_as_much_as_it(size: int) -> None:
    phone = Phone("https://x/y")
    to = Recipient(phone.point, phone.secret)
    text = b"x" * size
    made = encrypt(text, to)
    assert http_ece.decrypt(made, private_key=phone.key, auth_secret=phone.secret, version="aes128gcm") == text
    assert len(made) <= 4096
    if size:
        body = phone.body()
        assert len(WebPusher(body).encode(text)["body"]) == len(made)


def test_no_two_messages_are_alike() -> None:
    phone = Phone("")
    to = Recipient(phone.point, phone.secret)
    one, two = encrypt(b"x", to), encrypt(b"x", to)
    assert one[:16] != two[:16], "a fresh salt"
    assert one[21:86] != two[21:86], "a fresh key pair"


def test_keys_that_are_none_are_refused() -> None:
    good = Phone("")
    compressed = (
        generate_private_key(SECP256R1()).public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    )
    for point in (b"\4" + b"\0" * 64, compressed, good.point + b"\0", b"\5" + good.point[1:]):
        with pytest.raises(BadKeys):
            recipient(encode(point), good.auth)
    for text in ("+/==", "ä", "A" * 5):
        with pytest.raises(BadKeys):
            recipient(encode(good.point), text)
    padded = base64.urlsafe_b64encode(good.point).decode()
    assert recipient(padded, good.auth).point == good.point


def test_apply_makes_a_pair_once_and_never_replaces_it(app: Flask, tmp_path: Path) -> None:
    plan = plan_of(tmp_path, MINIMAL)
    now = datetime.now(UTC)
    for slug in ("alpha", "beta"):
        with scope(app, tenant_id(app, slug)):
            assert plant(plan, now) == ["push keys: added"]
            assert plant(plan, now) == []
    with scope(app, tenant_id(app, "alpha"), write=False):
        row = db.session.query(PushKeys).one()
        private = unseal(row.private_sealed)
        assert private is not None
        assert private not in row.private_sealed
        key = derive_private_key(int.from_bytes(decode(private), "big"), SECP256R1())
        point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        assert encode(point) == row.public_key
        mine = row.public_key
    with scope(app, tenant_id(app, "beta"), write=False):
        assert db.session.query(PushKeys).one().public_key != mine


def test_a_municipality_without_the_module_gets_no_pair(app: Flask, tmp_path: Path) -> None:
    plan = plan_of(tmp_path, MINIMAL + 'modules = ["news"]\n')
    with scope(app, tenant_id(app, "alpha")):
        assert plant(plan, datetime.now(UTC)) == []


def test_a_foreign_data_key_stops_the_sending_and_says_why(app: Flask) -> None:
    make_keys(app)
    with scope(app, tenant_id(app, "alpha"), write=False):
        sealed = db.session.query(PushKeys).one().private_sealed
    settings = app.extensions["sva.settings"]
    app.extensions["sva.settings"] = replace(settings, data_key=Fernet.generate_key().decode())
    with app.app_context(), pytest.raises(keys.UnreadableKeys, match="DATA_KEY"):
        keys.authorization(sealed, "https://x", "mailto:a@b.de", 1)
    rotated = replace(settings, data_key=f"{Fernet.generate_key().decode()},{settings.data_key}")
    app.extensions["sva.settings"] = rotated
    with app.app_context():
        assert keys.authorization(sealed, "https://x", "mailto:a@b.de", 1).startswith("vapid t=")


def test_one_signature_serves_a_push_service_for_an_hour(app: Flask) -> None:
    make_keys(app)
    with scope(app, tenant_id(app, "alpha"), write=False):
        sealed = db.session.query(PushKeys).one().private_sealed
    with app.app_context():
        made = [
            keys.authorization(sealed, f"https://{host}", "mailto:a@b.de", hour) for host in "ab" for hour in (1, 1, 2)
        ]
    assert made[0] == made[1]
    assert len(set(made)) == 4


def test_the_allow_list_names_scheme_host_and_port(tmp_path: Path) -> None:
    def origins(value: str, environment: str = "development") -> tuple[str, ...]:
        env = {"PUSH_ORIGINS": value, "INSTANCE_PATH": str(tmp_path), "ENVIRONMENT": environment}
        secrets = {"SECRET_KEY": "x" * 32, "DATA_KEY": Fernet.generate_key().decode()}
        return read_settings(env | secrets).push_origins

    assert "https://fcm.googleapis.com" in origins("")
    assert origins("https://a.example, https://*.b.example:8443") == ("https://a.example", "https://*.b.example:8443")
    assert origins("http://127.0.0.1:8090") == ("http://127.0.0.1:8090",)
    for bad in ("a.example", "https://*", "https://a.example/", "ftp://a.example", "http://a.example", "https://a.*.b"):
        with pytest.raises(SettingsError, match="PUSH_ORIGINS"):
            origins(bad)
    with pytest.raises(SettingsError, match="needs https"):
        origins("http://127.0.0.1:8090", "production")


def test_a_wildcard_stands_for_subdomains_only() -> None:
    allowed = ("https://*.notify.windows.com", "https://a.example:8443")
    assert (
        origin_of("https://wns2-by3p.notify.windows.com/w/?token=x", allowed) == "https://wns2-by3p.notify.windows.com"
    )
    assert origin_of("https://a.b.notify.windows.com/w", allowed) == "https://a.b.notify.windows.com"
    assert origin_of("https://a.example:8443/x", allowed) == "https://a.example:8443"
    for endpoint in (
        "https://notify.windows.com/w",
        "https://evilnotify.windows.com/w",
        "https://a.notify.windows.com:8443/w",
        "http://a.notify.windows.com/w",
        "https://A.notify.windows.com/w",
        "https://a.example/x",
        "https://a.example:8443",
        "https://.notify.windows.com/w",
    ):
        assert origin_of(endpoint, allowed) is None, endpoint
