# SPDX-License-Identifier: EUPL-1.2
"""The two yardsticks: the news list's bytes from a bare WSGI function and from a Flask route that does nothing else.

Run by gunicorn with the settings of the real server; the bytes stand in the file that BENCH_BODY names.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from flask import Flask, Response

BODY = Path(os.environ["BENCH_BODY"]).read_bytes()


def wsgi(_environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The least that a WSGI server can be asked to do."""
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(BODY)))])
    return [BODY]


flask = Flask(__name__)


@flask.get("/api/v1/news")
def news() -> Response:
    return Response(BODY, content_type="application/json")
