// SPDX-License-Identifier: EUPL-1.2
/** The foot of Start, and of every page on a desktop: age of the content and the pages the law asks for. */

import type { Bootstrap, PageLink } from '../api/types'
import { useTexts } from '../i18n'

const order = ['imprint', 'privacy', 'accessibility', 'easy-language', 'sign-language']

/** Pages in the order of the law, own pages of the municipality after them. */
export function inOrder(pages: PageLink[]): PageLink[] {
  const place = (page: PageLink) => (page.role === null ? order.length : order.indexOf(page.role))
  return [...pages].sort((one, other) => place(one) - place(other))
}

interface Props {
  boot: Bootstrap
  storedAt: number | undefined
  start: boolean
}

export function Footer({ boot, storedAt, start }: Props) {
  const { t, asOf } = useTexts()
  return (
    <footer class={start ? 'footer footer-start' : 'footer'}>
      <div class="footer-inside">
        <p class="meta">
          {storedAt !== undefined && t.footer.updated(asOf(storedAt))}
          {boot.tenant.demo && (
            <span class="demo">
              <strong class="badge">{t.footer.demo}</strong> {t.footer.demoText}
            </span>
          )}
        </p>
        <nav aria-label={t.footer.label}>
          <ul role="list" lang={boot.tenant.language}>
            {inOrder(boot.pages)
              .filter(({ role }) => role !== null)
              .map((page) => (
                <li key={page.slug}>
                  <a href={`/seiten/${page.slug}`}>{page.title}</a>
                </li>
              ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
