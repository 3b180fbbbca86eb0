# SPDX-License-Identifier: EUPL-1.2
"""The database and the wall between municipalities.

Every owned row carries `tenant_id`; a session serves exactly one municipality and refuses to read or write owned rows
without one. Knows no feature and no HTTP.
"""

import uuid
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import uuid_utils.compat
from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session as FlaskSession
from sqlalchemy import (
    Alias,
    ColumnClause,
    ForeignKey,
    Join,
    MetaData,
    Select,
    SelectBase,
    Table,
    TableClause,
    TextClause,
    UniqueConstraint,
    Uuid,
    event,
)
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    ORMExecuteState,
    Session,
    UOWTransaction,
    mapped_column,
    registry,
    with_loader_criteria,
)
from sqlalchemy.sql import visitors

from backend.instants import UtcDateTime

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class TenancyError(RuntimeError):
    """A statement or row would cross the wall between municipalities. Always a programming error, never an answer."""


class Base(DeclarativeBase):
    # A registry of our own, because Flask-SQLAlchemy derives db.Model from this class and SQLAlchemy allows the map
    # only once.
    registry = registry(
        metadata=MetaData(naming_convention=NAMING), type_annotation_map={datetime: UtcDateTime, uuid.UUID: Uuid}
    )


class TenantSession(FlaskSession):
    """One session, one municipality, and on SQLite one kind of transaction: readers BEGIN, writers BEGIN IMMEDIATE."""

    def get_bind(self, *args: Any, **kwargs: Any) -> Engine | Connection:
        bind = super().get_bind(*args, **kwargs)
        if not self.info.get("write") or not isinstance(bind, Engine):
            return bind
        # Always the same object: two would be two connections in one transaction.
        if "engine" not in self.info:
            self.info["engine"] = bind.execution_options(immediate=True)
        return cast(Engine, self.info["engine"])

    def _refuse_bulk(self, *_args: Any, **_kwargs: Any) -> Any:
        raise TenancyError("the session's bulk methods pass by the tenant scope; add rows or execute insert()")

    bulk_save_objects = bulk_insert_mappings = bulk_update_mappings = _refuse_bulk


db = SQLAlchemy(model_class=Base, session_options={"class_": TenantSession})

if TYPE_CHECKING:
    # Flask-SQLAlchemy makes db.Model at run time, where mypy cannot follow.
    class Model(Base):
        __abstract__ = True
else:
    Model = db.Model


def new_id() -> uuid.UUID:
    """A time-ordered random UUID (version 7, RFC 9562)."""
    return uuid_utils.compat.uuid7()


def current_tenant_id() -> uuid.UUID:
    """The municipality this session serves. Raises TenancyError when there is none."""
    tenant_id = db.session().info.get("tenant_id")
    if tenant_id is None:
        raise TenancyError("no municipality is set for this session")
    return cast(uuid.UUID, tenant_id)


def enter_tenant(tenant_id: uuid.UUID) -> None:
    """Bind this app context's session to one municipality, for good: its identity map must never serve two."""
    session = db.session()
    if session.info.setdefault("tenant_id", tenant_id) != tenant_id:
        raise TenancyError("this session already serves another municipality")


def allow_writes() -> None:
    """Make this a writing session. On SQLite its transaction begins IMMEDIATE: read-then-write in a deferred one fails
    under load."""
    session = db.session()
    if session.in_transaction() and not session.info.get("write"):
        raise TenancyError("a session that has read cannot become a writer; say so before the first statement")
    session.info["write"] = True


class TenantOwned:
    """Mixin of every row that belongs to one municipality."""

    tenant_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"), default=current_tenant_id)
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_id)


def owned_args(*more: Any) -> tuple[Any, ...]:
    """`__table_args__` of an owned table: UNIQUE(tenant_id, id), so that children point to it together with their
    municipality."""
    return (UniqueConstraint("tenant_id", "id"), *more)


def init_db(app: Flask) -> None:
    """Connect Flask-SQLAlchemy, the SQLite settings and the guards."""
    db.init_app(app)
    with app.app_context():
        engine = db.engine
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    if not event.contains(TenantSession, "do_orm_execute", _scope_statement):
        event.listen(TenantSession, "do_orm_execute", _scope_statement)
        event.listen(TenantSession, "before_flush", _guard_flush)


def _configure_sqlite(connection: Any, _record: object) -> None:
    # The driver must not begin transactions by itself: _begin_sqlite says which kind.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


@cache
def _owned_tables() -> frozenset[Table]:
    owned = (mapper for mapper in Base.registry.mappers if issubclass(mapper.class_, TenantOwned))
    return frozenset(cast(Table, mapper.local_table) for mapper in owned)


def _scope_statement(state: ORMExecuteState) -> None:
    """Add the municipality to every statement; refuse what the criteria cannot reach.

    Loader criteria follow ORM entities only: a Core table or text() passes by them, so both are refused here. They are
    added to every statement, not just where `all_mappers` names an owned entity: that list is empty for count(*),
    subqueries and exists().
    """
    statement: Any = state.statement
    if isinstance(statement, TextClause) or state.is_from_statement:
        raise TenancyError("textual SQL passes by the tenant scope")
    by_entity, plainly, mentioned = _owned_in(statement)
    entity = statement.entity_description["entity"] if _is_dml(state) and state.is_orm_statement else None
    if entity is not None and issubclass(entity, TenantOwned):
        by_entity.add(entity.__table__)
    elif entity is None and _is_dml(state):
        plainly |= _owned_tables() & {statement.table}
    # A plain column beside its entity means the same FROM, which the criteria reach.
    if plainly := plainly | (mentioned - by_entity):
        names = ", ".join(sorted(table.name for table in plainly))
        raise TenancyError(f"{names}: used as a Core table, which passes by the tenant scope")
    touches = bool(by_entity)
    tenant_id = state.session.info.get("tenant_id")
    if state.execution_options.get("across_tenants"):
        # Only for columns: entities of other municipalities must not enter the identity map. Callers are pinned.
        if not state.is_select or any(column["expr"] is column["entity"] for column in statement.column_descriptions):
            raise TenancyError("across municipalities only columns are read")
        return
    if tenant_id is None:
        if touches:
            raise TenancyError("owned rows are read or written without a municipality")
        return
    if touches and _is_dml(state):
        _guard_dml(state, tenant_id)
    if not state.is_insert:
        state.statement = statement.options(
            with_loader_criteria(TenantOwned, lambda cls: cls.tenant_id == tenant_id, include_aliases=True)
        )


def _owned_in(statement: Any) -> tuple[set[Table], set[Table], set[Table]]:
    """The owned tables that a statement reaches through their entity, those it selects from as plain tables or aliases,
    and those of which it names a plain column somewhere (SQLAlchemy itself does in the WHERE of `Session.get`)."""
    by_entity, plainly, mentioned = set[Table](), set[Table](), set[Table]()
    for element in visitors.iterate(statement):
        _refuse_textual(element)
        if isinstance(element, Select):
            _refuse_unscoped(element)
            for part in (*element._raw_columns, *element._from_obj, *(join[0] for join in element._setup_joins)):
                _sort_in(part, by_entity, plainly)
        elif isinstance(element, Join):
            for part in (element.left, element.right):
                _sort_in(part, by_entity, plainly)
        elif isinstance(element, ColumnClause):
            _sort_in(element, by_entity, plainly if isinstance(element.table, Alias) else mentioned)
    return by_entity, plainly, mentioned


def _refuse_unscoped(query: Select[Any]) -> None:
    """SQLAlchemy does not take every Select for an ORM query (FILTER, OVER and EXTRACT hide the entity) and adds no
    criteria to the others; `.select_from(Entity)` makes it one."""
    if query._propagate_attrs.get("compile_state_plugin") == "orm":
        return
    parts: list[Any] = [*query._raw_columns, *query._where_criteria, *query._order_by_clauses]
    while parts:
        part = parts.pop()
        if isinstance(part, SelectBase):
            continue  # a query of its own, looked at by itself
        if isinstance(part, ColumnClause) and _plain_table(part) in _owned_tables():
            raise TenancyError("this query hides its entity from the tenant scope; name it in select_from()")
        parts += part.get_children()


def _sort_in(part: Any, by_entity: set[Table], plainly: set[Table]) -> None:
    entity = part._annotations.get("parententity")
    table = entity.mapper.local_table if entity is not None else _plain_table(part)
    if table in _owned_tables():
        (by_entity if entity is not None else plainly).add(table)


def _refuse_textual(element: Any) -> None:
    """Whatever carries SQL that nobody but the database understands."""
    literal = isinstance(element, ColumnClause) and element.is_literal and element.name != "*"
    light = isinstance(element, TableClause) and not isinstance(element, Table)
    appended = isinstance(element, Select) and (element._prefixes or element._suffixes)
    if isinstance(element, TextClause) or literal or light or appended:
        raise TenancyError("textual SQL passes by the tenant scope")


def _plain_table(part: Any) -> Any:
    source = part.table if isinstance(part, ColumnClause) else part
    while isinstance(source, Alias):
        source = source.element
    return source if isinstance(source, Table) else None


def _is_dml(state: ORMExecuteState) -> bool:
    return state.is_insert or state.is_update or state.is_delete


def _guard_dml(state: ORMExecuteState, tenant_id: uuid.UUID) -> None:
    if not state.session.info.get("write"):
        raise TenancyError("a reading session does not write")
    given: Any = state.parameters or {}
    if state.is_update and isinstance(given, list):
        raise TenancyError("an update by a list of keys passes by the tenant scope")
    if state.is_insert and getattr(state.statement, "_post_values_clause", None) is not None:
        raise TenancyError("an insert that updates on conflict passes by the tenant scope")
    rows = given if isinstance(given, list) else [given]
    if state.is_insert and any(row.get("tenant_id") != tenant_id for row in rows):
        raise TenancyError("a bulk insert names its municipality in every row")
    if state.is_update:
        values = [getattr(key, "key", key) for key in (getattr(state.statement, "_values", None) or {})]
        if "tenant_id" in values or any("tenant_id" in row for row in rows):
            raise TenancyError("a row never moves to another municipality")


def _guard_flush(session: Session, _context: UOWTransaction, _instances: object) -> None:
    """Refuse foreign rows. A guard refuses, it does not act."""
    changed = [*session.new, *session.dirty, *session.deleted]
    if changed and not session.info.get("write"):
        raise TenancyError("a reading session does not write")
    tenant_id = session.info.get("tenant_id")
    for row in changed:
        if isinstance(row, TenantOwned):
            if tenant_id is None:
                raise TenancyError("owned rows are written without a municipality")
            if row.tenant_id is not None and row.tenant_id != tenant_id:
                raise TenancyError("a row of another municipality")
