# SPDX-License-Identifier: EUPL-1.2
"""How the web server runs: the same file for the demo, for production (systemd) and for the benchmark."""

import os
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - not a file of ours: a folder that the kernel keeps in memory

wsgi_app = "backend:create_app()"
bind = os.environ.get("BIND", "127.0.0.1:8000")
# Public reads come from the byte cache and take a fraction of a millisecond: two processes serve a town with ease.
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 8
# Longer than nginx keeps an idle connection to us (60 s): it must never write into one that we just closed.
keepalive = 75
timeout = 60
graceful_timeout = 20
# Heartbeat files on a slow disk make workers look dead.
worker_tmp_dir = str(MEMORY) if MEMORY.is_dir() else None
# No access log: it would hold addresses of residents. What the operator needs is in the application's log.
accesslog = None
errorlog = "-"
loglevel = os.environ.get("GUNICORN_LOG_LEVEL", "warning")
# TRUSTED_PROXIES decides about forwarded headers, in one place.
forwarded_allow_ips = ""
control_socket_disable = True
