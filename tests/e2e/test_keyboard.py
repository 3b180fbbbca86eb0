# SPDX-License-Identifier: EUPL-1.2
"""Everything without a mouse, and focus that is where one expects it."""

from playwright.sync_api import Page, expect

from tests.e2e.conftest import first_article, settle, visit
from tests.e2e.server import Server

REACHABLE = """[...document.querySelectorAll('a[href], button, input')]
  .filter((one) => one.checkVisibility() && !one.closest('[inert]')).length"""
# The ring may be drawn by the element, by what it lays over its card, or by the card.
FOCUS_RING = """(() => {
  const one = document.activeElement
  const top = Math.round(one.getBoundingClientRect().top + scrollY)
  const drawn = (element, pseudo) => getComputedStyle(element, pseudo).outlineStyle !== 'none'
  const around = [one, one.parentElement, one.closest('.card, li, label, form')].filter(Boolean)
  const seen = one === document.body || drawn(one, '::after') || around.some((each) => drawn(each))
  return [one.outerHTML.slice(0, 200) + top, seen]
})()"""
FOCUSED = "document.activeElement.tagName + ' ' + (document.activeElement.id || '')"


def test_the_first_stop_skips_to_the_content(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Zum Inhalt springen")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "MAIN inhalt"


def test_after_a_move_the_heading_has_focus_and_the_title_names_the_page(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    page.get_by_role("link", name="Aktuelles", exact=True).first.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Aktuelles")).to_be_focused()
    expect(page).to_have_title("Aktuelles · Bad Belzig")


def test_back_returns_to_the_link_one_came_from(page: Page, server: Server) -> None:
    visit(page, server.url("/aktuelles"))
    path = first_article(server)
    link = page.locator(f"main a[href='{path}']")
    link.press("Enter")
    expect(page.locator("h1")).to_be_focused()
    page.go_back()
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()


def test_a_dialog_takes_focus_and_gives_it_back(page: Page, server: Server) -> None:
    visit(page, server.url("/mehr"))
    opener = page.get_by_role("button", name="Daten auf diesem Gerät löschen")
    inside = "(dialog) => dialog.contains(document.activeElement)"
    opener.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert dialog.evaluate(inside)
    for _ in range(6):
        page.keyboard.press("Tab")
        assert dialog.evaluate(
            "(dialog) => dialog.contains(document.activeElement) || document.activeElement === document.body"
        )
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_everything_on_start_can_be_reached_and_the_focus_is_seen(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    wanted = page.evaluate(REACHABLE)
    seen = set()
    for _ in range(wanted + 2):
        page.keyboard.press("Tab")
        name, ringed = page.evaluate(FOCUS_RING)
        seen.add(name)
        assert ringed, f"focus cannot be seen on {name}"
    assert len(seen) >= wanted


def test_theme_and_text_size_survive_a_reload_and_stand_before_the_first_paint(page: Page, server: Server) -> None:
    visit(page, server.url("/mehr"))
    page.get_by_text("Dunkel", exact=True).click()
    page.get_by_text("Sehr groß", exact=True).click()
    size = page.evaluate("getComputedStyle(document.documentElement).fontSize")
    assert size == "22px"
    # The body appears after boot.js and before the app.
    page.add_init_script(
        "new MutationObserver(() => { if (document.body) window.early ??= { ...document.documentElement.dataset } })"
        ".observe(document, { childList: true, subtree: true })"
    )
    page.reload()
    settle(page)
    assert page.evaluate("window.early") == {"kernTheme": "dark", "text": "sehr-gross"}
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == size


def test_nothing_is_stored_before_the_resident_chooses(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    visit(page, server.url("/mehr"))
    assert page.evaluate("Object.keys(localStorage)") == []
    assert page.context.cookies() == []
