# SPDX-License-Identifier: EUPL-1.2
"""The architecture as tests: who imports whom, where commits stand, how long files are, what every route declares."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from flask import Flask

from backend.web import Access

ROOT = Path(__file__).resolve().parent.parent
BACKEND = ROOT / "backend"
KERNEL = {
    "config", "db", "web", "errors", "problems", "logs", "jobs", "reads", "publishing", "media", "text", "outbound",
    "bulk", "editing", "importing", "instants", "staff", "sealing", "throttle", "gate", "audit", "mail", "conditions",
    "headers", "housekeeping", "parameters", "bearer", "fields",
}  # fmt: skip
# A feature may import the operations of the features named here, directly or through them.
FEATURES: dict[str, set[str]] = {
    "reference": set(),
    "tenants": {"reference"},
    "accounts": {"tenants"},
    "pages": {"tenants", "reference"},
    "push": {"tenants"},
    "news": {"tenants", "accounts", "push"},
    "events": {"tenants", "accounts", "push", "reference"},
    "defects": {"tenants", "accounts", "push", "reference"},
    "services": {"tenants", "accounts", "reference", "news"},
    "start": {"tenants", "pages", "news", "events", "defects", "services", "push"},
}
WIRING = {"__init__", "cli", "demo"}  # may import everything
LAYERS = {
    "models": {"models"},
    "schemas": {"schemas"},
    "operations": {"models", "operations"},
    "routes": {"schemas", "operations", "models", "routes"},
}
# Raw driver calls, and reads across municipalities, each with its reason in the file.
RAW_SQL = {"tenants/lookup.py", "db.py", "start/health.py"}
ACROSS_TENANTS = {
    "db.py", "accounts/operations/switching.py", "accounts/operations/housekeeping.py", "services/texts.py",
}  # fmt: skip
COMMITS = {"web.py", "jobs.py", "cli.py"}


def sources() -> Iterator[tuple[str, ast.Module, str]]:
    """Path below backend/, syntax tree and text of every module that is not a migration."""
    for path in sorted(BACKEND.rglob("*.py")):
        name = path.relative_to(BACKEND).as_posix()
        if not name.startswith("migrations/"):
            code = path.read_text(encoding="utf-8")
            yield name, ast.parse(code), code


def imports(tree: ast.Module) -> Iterator[str]:
    """Dotted names below backend that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "backend":
            if node.module == "backend":
                yield from (alias.name for alias in node.names)
            else:
                below = node.module.removeprefix("backend.")
                yield below
                yield from (f"{below}.{alias.name}" for alias in node.names if "." not in below)
        elif isinstance(node, ast.Import):
            yield from (
                alias.name.removeprefix("backend.") for alias in node.names if alias.name.startswith("backend.")
            )


def imported_names(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """(module, name) of every from-import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)


def part_of(name: str) -> str:
    return name.split("/")[0].removesuffix(".py")


def test_the_kernel_imports_no_feature() -> None:
    for name, tree, _code in sources():
        if part_of(name) in KERNEL:
            strangers = {target.split(".")[0] for target in imports(tree)} - KERNEL
            assert not strangers, f"{name} imports {strangers}"


def test_features_import_only_what_the_diagram_allows() -> None:
    known = KERNEL | FEATURES.keys() | WIRING
    for name, tree, _code in sources():
        part = part_of(name)
        assert part in known, f"{name}: draw {part} into the diagram of test_walls.py"
        if part in FEATURES:
            allowed = KERNEL | FEATURES[part] | {part}
            strangers = {target.split(".")[0] for target in imports(tree)} - allowed
            assert not strangers, f"{name} imports {strangers}"


def test_the_diagram_has_no_cycle() -> None:
    def reach(part: str, seen: tuple[str, ...]) -> None:
        assert part not in seen, f"cycle: {' -> '.join((*seen, part))}"
        for target in FEATURES[part]:
            reach(target, (*seen, part))

    for feature in FEATURES:
        reach(feature, ())


def test_layers_import_downwards() -> None:
    for name, tree, _code in sources():
        layer = name.rsplit("/", maxsplit=1)[-1].removesuffix(".py")
        if part_of(name) not in FEATURES or layer not in LAYERS:
            continue
        used = {
            target.split(".")[1]
            for target in imports(tree)
            if target.count(".") == 1 and target.split(".")[1] in LAYERS
        }
        assert used <= LAYERS[layer], f"{name} imports {used - LAYERS[layer]}"


def test_operations_know_no_request_and_schemas_no_database() -> None:
    for name, tree, code in sources():
        layer = name.rsplit("/", maxsplit=1)[-1]
        modules = {
            node.module.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
        }
        if layer in ("operations.py", "models.py") or "/operations/" in name:
            assert "flask" not in modules, name
            assert "web" not in {target.split(".")[0] for target in imports(tree)}, name
        if layer == "schemas.py":
            assert modules <= {"datetime", "marshmallow", "backend"}, name
            assert not re.search(r"\bdb\b", code.split('"""', maxsplit=2)[-1]), name


def test_commits_stand_at_the_border_only() -> None:
    for name, tree, _code in sources():
        calls = {
            node.func.attr
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        if name not in COMMITS:
            assert "commit" not in calls, name


def test_raw_sql_stands_on_a_pinned_list() -> None:
    names = (
        r"exec_driver_sql|\bfrom_statement\(|raw_connection|__table__|\bTextClause\b|\.connection\(|engine\.connect\b"
        r"|literal_column|\btable\(\"|\bbulk_\w+\(|db\.text|session\.merge\(|make_transient"
    )
    pattern = re.compile(names)
    for name, tree, code in sources():
        if name not in RAW_SQL:
            assert not pattern.search(code), name
            assert "text" not in {name for module, name in imported_names(tree) if module.startswith("sqlalchemy")}, (
                name
            )


def test_reads_across_municipalities_stand_on_a_pinned_list() -> None:
    for name, _tree, code in sources():
        if name not in ACROSS_TENANTS:
            assert "across_tenants" not in code, name


def test_only_config_reads_the_environment() -> None:
    for name, _tree, code in sources():
        if name != "config.py":
            assert not re.search(r"os\.environ|getenv\(", code), name


def test_files_fit_on_three_screens_and_name_their_licence() -> None:
    suffixes = {".py", ".ts", ".tsx", ".scss"}
    skip = ("node_modules", "dist", "migrations", "schema.ts")
    for folder in (BACKEND, ROOT / "pwa" / "src", ROOT / "tests"):
        for path in folder.rglob("*"):
            if path.suffix in suffixes and not any(part in skip for part in path.parts):
                lines = path.read_text(encoding="utf-8").splitlines()
                assert len(lines) <= 300, f"{path}: {len(lines)} lines"
                assert not lines or "SPDX-License-Identifier: EUPL-1.2" in "".join(lines[:2]), path


def test_modules_say_what_they_are_for() -> None:
    for name, tree, _code in sources():
        assert ast.get_docstring(tree), name


def test_every_route_declares_its_access_level(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        assert isinstance(getattr(view, "access", None), Access), f"{rule} declares no access level"


def test_public_routes_are_reads(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        if app.view_functions[rule.endpoint].access is Access.PUBLIC:  # type: ignore[attr-defined]
            assert rule.methods is not None and rule.methods <= {"GET", "HEAD", "OPTIONS"}, rule
