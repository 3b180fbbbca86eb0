// SPDX-License-Identifier: EUPL-1.2
/** The ways through the area: sidebar, rail, and on a phone a bar on top and one at the bottom. Same order everywhere. */

import { useEffect, useState } from 'preact/hooks'
import { staff } from '../api/staff'
import { Arms } from '../ui/brand'
import { useWords } from './i18n'
import type { Entry } from './routes'
import { useSession } from './session'
import { Avatar } from './ui/avatar'
import { Icon } from './ui/icon'
import { Keys } from './ui/keys'
import { MenuButton, type MenuItem } from './ui/menu'
import { useRoom } from './ui/room'
import { Sheet } from './ui/sheet'
import { say } from './ui/toasts'
import type { Waiting } from './waiting'

interface Opens {
  search(): void
  keys(): void
}

interface Props {
  entries: Entry[]
  path: string
  /** How much waits for somebody, by entry. */
  waiting: Waiting
  open: Opens
}

function isOn({ href }: Entry, path: string): boolean {
  return href === '/redaktion' ? path === href : path === href || path.startsWith(`${href}/`)
}

function Links({ entries, path, waiting, quiet = false }: Omit<Props, 'open'> & { quiet?: boolean }) {
  const { t } = useWords()
  return (
    <ul role="list">
      {entries.map((entry) => {
        const count = waiting[entry.word] ?? 0
        return (
          <li key={entry.href}>
            <a class="nav-link" href={entry.href} aria-current={isOn(entry, path) ? (entry.href === path ? 'page' : 'true') : undefined} title={quiet ? t.shell.nav[entry.word] : undefined}>
              <Icon name={entry.icon} />
              <span class="nav-word">{t.shell.nav[entry.word]}</span>
              {count > 0 && (
                <span class={`nav-count${entry.word === 'defects' ? ' urgent' : ''}`}>
                  <span aria-hidden="true">{count}</span>
                  <span class="sr-only">{t.shell.waiting(count)}</span>
                </span>
              )}
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** Where else this person works; one press leads to the same area of the other municipality. */
function useSwitching(): MenuItem[] {
  const { t } = useWords()
  const { municipalities, tenant } = useSession()
  const go = async (slug: string) => {
    const answer = await staff.POST('/api/v1/staff/switch', { body: { slug } })
    if (answer.ok) location.assign(answer.data.url)
    else say(t.shell.switchFailed)
  }
  return municipalities.map(({ slug, name }) => ({
    label: name,
    current: slug === tenant.slug,
    ...(slug === tenant.slug ? { href: '/redaktion' } : { onSelect: () => void go(slug) }),
  }))
}

function useOwnMenu(): MenuItem[] {
  const { t } = useWords()
  const { signOut } = useSession()
  return [
    { label: t.shell.account, icon: 'user', href: '/redaktion/konto' },
    { label: t.shell.toApp, icon: 'phone', href: '/' },
    { label: t.shell.signOut, icon: 'leave', onSelect: () => void signOut() },
  ]
}

function Brand({ quiet }: { quiet: boolean }) {
  const { t } = useWords()
  const { tenant } = useSession()
  const choices = useSwitching()
  const face = (
    <>
      <Arms arms={tenant.arms} initials={tenant.initials} />
      <span class="brand-words">
        <strong>{tenant.name}</strong>
        <span class="brand-area">{t.shell.area}</span>
      </span>
    </>
  )
  if (choices.length < 2)
    return (
      <a class="brand" href="/redaktion" title={quiet ? tenant.name : undefined}>
        {face}
      </a>
    )
  return (
    <MenuButton worded class="brand-menu" label={t.shell.switch} title={quiet ? t.shell.switch : undefined} items={choices}>
      <span class="brand">
        {face}
        <span class="sr-only">{t.shell.switch}</span>
        <Icon name="both" class="brand-sign" />
      </span>
    </MenuButton>
  )
}

export function Sidebar({ entries, path, waiting, narrow, open }: Props & { narrow: boolean }) {
  const { t } = useWords()
  const { person } = useSession()
  const quiet = !useRoom('words') || narrow
  const management = entries.filter((entry) => entry.management)
  const own = useOwnMenu()
  return (
    <header class="sidebar">
      <Brand quiet={quiet} />
      <button type="button" class="side-search" title={quiet ? t.shell.search : undefined} onClick={open.search}>
        <Icon name="search" />
        <span class="nav-word">{t.shell.search}</span>
        <Keys of="ctrl+k" />
      </button>
      <nav aria-label={t.shell.navigation}>
        <Links entries={entries.filter((entry) => !entry.management)} path={path} waiting={waiting} quiet={quiet} />
        {management.length > 0 && (
          <>
            <p class="nav-heading" id="verwaltung">
              {t.shell.management}
            </p>
            <Links entries={management} path={path} waiting={waiting} quiet={quiet} />
          </>
        )}
      </nav>
      <div class="side-foot">
        <button type="button" class="nav-link side-keys" title={quiet ? t.shell.keys : undefined} onClick={open.keys}>
          <Icon name="keyboard" />
          <span class="nav-word">{t.shell.keys}</span>
          <Keys of="?" />
        </button>
        <MenuButton worded class="person-menu" label={t.shell.person} title={quiet ? t.shell.person : undefined} items={own}>
          <Avatar name={person.name} />
          <span class="person-words">
            <strong>{person.name}</strong>
            <span class="brand-area">{person.roles.map((role) => t.shell.roles[role]).join(', ')}</span>
          </span>
          <span class="sr-only">{t.shell.person}</span>
          <Icon name="dots" class="brand-sign" />
        </MenuButton>
      </div>
    </header>
  )
}

export function TopBar({ open }: { open: Opens }) {
  const { t } = useWords()
  const { person } = useSession()
  const own = useOwnMenu()
  return (
    <header class="top-bar">
      <Brand quiet={false} />
      <button type="button" class="icon-button" aria-label={t.shell.search} onClick={open.search}>
        <Icon name="search" size={24} />
      </button>
      <MenuButton worded class="person-menu" label={t.shell.person} items={own}>
        <Avatar name={person.name} />
        <span class="sr-only">
          {person.name} {t.shell.person}
        </span>
      </MenuButton>
    </header>
  )
}

/** The first ones with their words, the rest behind "Mehr"; large words leave room for two. */
const PLACES = 4
const PLACES_SMALL = 2

export function BottomBar({ entries, path, waiting, open }: Props) {
  const { t } = useWords()
  const [more, setMore] = useState(false)
  useEffect(() => setMore(false), [path])
  const places = useRoom('small') ? PLACES_SMALL : PLACES
  const shown = entries.length > places + 1 ? entries.slice(0, places) : entries
  const rest = entries.slice(shown.length)
  return (
    <>
      <nav class="bottom-bar" aria-label={t.shell.navigation}>
        <Links entries={shown} path={path} waiting={waiting} />
        {rest.length > 0 && (
          <button type="button" class="nav-link" aria-haspopup="dialog" onClick={() => setMore(true)}>
            <Icon name="menu" />
            <span class="nav-word">{t.shell.nav.more}</span>
          </button>
        )}
      </nav>
      <Sheet title={t.shell.nav.more} open={more} onClose={() => setMore(false)}>
        <div class="more-links">
          <Links entries={rest} path={path} waiting={waiting} />
          <button type="button" class="nav-link side-keys" onClick={() => (setMore(false), open.keys())}>
            <Icon name="keyboard" />
            <span class="nav-word">{t.shell.keys}</span>
          </button>
        </div>
      </Sheet>
    </>
  )
}
