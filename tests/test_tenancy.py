# SPDX-License-Identifier: EUPL-1.2
"""The wall between municipalities, tried with every leak that is known of such walls."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import (
    column,
    delete,
    exists,
    extract,
    func,
    insert,
    join,
    literal,
    literal_column,
    select,
    table,
    text,
    true,
    union,
    update,
)
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import aliased

from backend.db import Base, TenancyError, TenantOwned, db, enter_tenant
from backend.jobs import scope
from backend.news.models import NewsCategory, NewsItem
from tests.factories import NOW, make_category, make_news, tenant_id

TABLE = NewsItem.__table__
# Tables whose rows belong to no municipality, or are the municipality; each with its reason.
WITHOUT_OWNER = {
    "tenant": "is the owner",
    "tenant_host": "leads to the owner before anybody is known",
    "content_version": "one number of each owner, read before the session",
    "staff_account": "a person may work for several",
    "staff_recovery_code": "belongs to a person",
    "staff_session": "belongs to a person",
    "staff_token": "belongs to a person",
    "throttle_counter": "counts callers, whomever they call",
    "service_text": "public texts of Land templates and sources, stored once for all; never words of staff or a person",
}


@pytest.fixture
def alpha(app: Flask) -> Iterator[Any]:
    """A session of alpha; two items live in beta, one in alpha."""
    make_news(app, "alpha", title="Eigene")
    make_news(app, "beta", title="Fremde")
    make_news(app, "beta", title="Noch eine")
    with scope(app, tenant_id(app, "alpha"), write=False):
        yield db.session


READS: dict[str, Callable[[], Any]] = {
    "count(*)": lambda: select(func.count()).select_from(NewsItem),
    "count(id)": lambda: select(func.count(NewsItem.id)),
    "subquery": lambda: select(func.count()).select_from(select(NewsItem.id).subquery()),
    "scalar subquery": lambda: select(select(func.count(NewsItem.id)).scalar_subquery()),
    "alias": lambda: select(func.count(aliased(NewsItem).id)),
    "common table expression": lambda: select(func.count()).select_from(select(NewsItem.id).cte()),
    "filter with its entity": lambda: select(func.count(NewsItem.id).filter(true())).select_from(NewsItem),
    "window with its entity": lambda: select(func.count(NewsItem.id).over()).select_from(NewsItem),
    "union": lambda: select(func.count()).select_from(select(NewsItem.id).union(select(NewsItem.id)).subquery()),
}


@pytest.mark.parametrize("name", READS)
def test_every_shape_of_statement_counts_own_rows_only(alpha: Any, name: str) -> None:
    assert alpha.scalar(READS[name]()) == 1


def test_exists_does_not_see_foreign_rows(alpha: Any) -> None:
    assert alpha.scalar(select(literal(1)).where(exists().where(NewsItem.title == "Eigene"))) == 1
    assert alpha.scalar(select(literal(1)).where(exists().where(NewsItem.title == "Fremde"))) is None


def test_entities_and_columns_are_own_rows_only(alpha: Any) -> None:
    assert [item.title for item in alpha.scalars(select(NewsItem))] == ["Eigene"]
    assert alpha.execute(select(NewsItem.title)).all() == [("Eigene",)]


def test_get_by_foreign_id_finds_nothing(app: Flask) -> None:
    foreign = make_news(app, "beta")
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert db.session.get(NewsItem, foreign) is None


def test_joins_do_not_reach_foreign_rows(app: Flask) -> None:
    category = make_category(app, "alpha", "verkehr", "Verkehr")
    make_news(app, "alpha", category_id=category)
    with scope(app, tenant_id(app, "beta"), write=False):
        joined = select(NewsItem.title).join(NewsCategory, NewsCategory.id == NewsItem.category_id)
        assert db.session.execute(joined).all() == []


REFUSED: dict[str, Callable[[], Any]] = {
    "text": lambda: text("SELECT title FROM news_item"),
    "text inside": lambda: select(NewsItem.id).where(text("1 = 1")),
    "from_statement": lambda: select(NewsItem).from_statement(text("SELECT * FROM news_item")),
    "table": lambda: select(TABLE),
    "table columns": lambda: select(TABLE.c.title),
    "table count": lambda: select(func.count()).select_from(TABLE),
    "table alias": lambda: select(TABLE.alias().c.title),
    "table in exists": lambda: select(literal(1)).where(exists().where(TABLE.c.title == "Fremde")),
    "alias beside the entity": lambda: select(NewsItem.title, TABLE.alias().c.title),
    "union with the table": lambda: union(select(NewsItem.title), select(TABLE.c.title)),
    "alias in exists": lambda: select(NewsItem.id).where(exists().where(TABLE.alias().c.title == "Fremde")),
    "join of tables": lambda: select(func.count()).select_from(join(TABLE, TABLE.alias(), true())),
    "light table": lambda: select(table("news_item", column("title"))),
    "literal column": lambda: select(literal_column("(SELECT title FROM news_item)")),
    "suffix": lambda: select(NewsItem.title).suffix_with("UNION ALL SELECT title FROM news_item"),
    "scalar subquery in update": lambda: update(NewsItem).values(title=select(TABLE.c.title).scalar_subquery()),
    "update on conflict": lambda: (
        sqlite_insert(NewsItem).values(title="x").on_conflict_do_update(index_elements=["id"], set_={"title": "x"})
    ),
    "filter": lambda: select(func.count(NewsItem.id).filter(NewsItem.title != "")),
    "window": lambda: select(func.count(NewsItem.id).over()),
    "row number": lambda: select(func.row_number().over(order_by=NewsItem.published_at)),
    "extract": lambda: select(extract("year", NewsItem.published_at)),
    "filter in a scalar subquery": lambda: select(
        select(func.count(NewsItem.id).filter(NewsItem.title != "")).scalar_subquery()
    ),
    "core delete": lambda: delete(TABLE),
    "core update": lambda: update(TABLE).values(title="x"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_statements_that_would_pass_by_the_scope_are_refused(app: Flask, name: str) -> None:
    with scope(app, tenant_id(app, "alpha")), pytest.raises(TenancyError):
        db.session.execute(REFUSED[name]())


@pytest.mark.parametrize("name", READS)
def test_without_a_municipality_nothing_is_answered(app: Flask, name: str) -> None:
    with scope(app, None, write=False), pytest.raises(TenancyError):
        db.session.scalar(READS[name]())


def test_a_session_serves_one_municipality_for_good(app: Flask) -> None:
    with scope(app, tenant_id(app, "alpha")), pytest.raises(TenancyError):
        enter_tenant(tenant_id(app, "beta"))


def test_a_row_of_another_municipality_is_not_written(app: Flask) -> None:
    beta = tenant_id(app, "beta")
    with pytest.raises(TenancyError), scope(app, tenant_id(app, "alpha")):
        db.session.add(NewsItem(tenant_id=beta, title="x", updated_at=NOW))
        db.session.flush()


def test_bulk_writes_stay_inside(app: Flask) -> None:
    make_news(app, "alpha", title="Eigene")
    make_news(app, "beta", title="Fremde")
    alpha, beta = tenant_id(app, "alpha"), tenant_id(app, "beta")
    with scope(app, alpha):
        db.session.execute(update(NewsItem).values(title="Neu"))
    with scope(app, beta, write=False):
        assert db.session.scalars(select(NewsItem.title)).all() == ["Fremde"]
    with scope(app, alpha):
        db.session.execute(delete(NewsItem))
    with scope(app, beta, write=False):
        assert db.session.scalar(select(func.count(NewsItem.id))) == 1
    with pytest.raises(TenancyError), scope(app, alpha):
        db.session.execute(insert(NewsItem), [{"tenant_id": beta, "title": "x", "updated_at": NOW}])
    with pytest.raises(TenancyError), scope(app, alpha):
        db.session.execute(update(NewsItem).values(tenant_id=beta))


def test_the_bulk_methods_of_the_session_are_refused(app: Flask) -> None:
    foreign = make_news(app, "beta")
    row = {"id": foreign, "tenant_id": tenant_id(app, "beta"), "title": "x", "updated_at": NOW}
    with scope(app, tenant_id(app, "alpha")):
        for bulk in (db.session.bulk_insert_mappings, db.session.bulk_update_mappings):
            with pytest.raises(TenancyError):
                bulk(NewsItem, [row])  # type: ignore[arg-type]
        with pytest.raises(TenancyError):
            db.session.bulk_save_objects([NewsItem(**row)])
        with pytest.raises(TenancyError):
            db.session.execute(update(NewsItem), [{"id": foreign, "title": "x"}])


def test_rows_are_not_written_without_a_municipality(app: Flask) -> None:
    alpha = tenant_id(app, "alpha")
    with pytest.raises(TenancyError), scope(app, None):
        db.session.add(NewsCategory(tenant_id=alpha, slug="x", name="x"))
        db.session.flush()


def test_a_reading_session_executes_no_write(app: Flask) -> None:
    with scope(app, tenant_id(app, "alpha"), write=False), pytest.raises(TenancyError):
        db.session.execute(update(NewsItem).values(title="x"))


def test_a_reading_session_does_not_write(app: Flask) -> None:
    with pytest.raises(TenancyError), scope(app, tenant_id(app, "alpha"), write=False):
        db.session.add(NewsCategory(slug="x", name="x"))
        db.session.flush()


def test_the_database_itself_refuses_a_foreign_parent(app: Flask) -> None:
    foreign = make_category(app, "beta", "verkehr", "Verkehr")
    with pytest.raises(IntegrityError):
        make_news(app, "alpha", category_id=foreign)


def test_tables_without_an_owner_stand_on_a_pinned_list(app: Flask) -> None:
    owned = {mapper.local_table.name for mapper in Base.registry.mappers if issubclass(mapper.class_, TenantOwned)}
    assert Base.metadata.tables.keys() - owned == WITHOUT_OWNER.keys()
