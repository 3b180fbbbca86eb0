// SPDX-License-Identifier: EUPL-1.2
/** The fields of an event as sentences, for history and conflict, and what it lacks as sentences that lead into them. Pure. */

import { repetitionWords } from '../../events/repetition'
import type { Wording } from '../compose/conflict-page'
import { momentWords, showDay, showEnd } from '../compose/moments'
import type { Words } from '../i18n'
import type { FieldError } from '../ui/errors'
import type { Change, EventContent, Timing } from './model'
import { dayOf } from '../compose/days'
import { clockOf } from './timing'
import { showCents } from './typed'

type Language = 'de' | 'en'

function dayWords(local: string, language: Language): string {
  return [showDay(dayOf(local), language), clockOf(local)].filter(Boolean).join(', ')
}

export function timingWords({ start, end, rrule, excluded, extra, all_day }: Timing, t: Words, language: Language): string {
  if (start === null) return t.compose.conflict.nothing
  const until = end === null ? undefined : !all_day && end.startsWith(start.slice(0, 10)) ? clockOf(end) : dayWords(end, language)
  const span = until === undefined ? dayWords(start, language) : `${dayWords(start, language)} ${t.events.when.to} ${until}`
  const days = (list: string[]) => list.map((at) => showDay(dayOf(at), language)).join(', ')
  return [
    span,
    rrule === null ? undefined : (repetitionWords(rrule, start, language) ?? t.events.repeat.other),
    excluded.length > 0 ? `${t.events.except.title}: ${days(excluded.map(({ at }) => at))}` : undefined,
    extra.length > 0 ? `${t.events.extra.title}: ${days(extra)}` : undefined,
  ]
    .filter(Boolean)
    .join('\n')
}

function changeWords({ at, following, status, note, start, end, title, place_name }: Change, t: Words, language: Language): string {
  const day = dayWords(at, language)
  const name = following ? t.events.change.following(day) : day
  const moved = start === null ? undefined : [dayWords(start, language), end === null ? undefined : clockOf(end)].filter(Boolean).join(` ${t.events.when.to} `)
  const what = [status === 'scheduled' ? undefined : t.events.status[status], moved, title, place_name, note].filter(Boolean)
  return `${name}: ${what.join(' · ')}`
}

export function wordingOf(t: Words, categories: { slug: string; name: string }[], language: Language): Wording<EventContent> {
  const words = t.events
  const shared = t.publishing.editor
  const labels: Record<keyof EventContent, string> = {
    title: words.editor.headline,
    timing: words.when.title,
    changes: words.dates.changedTitle,
    status: words.off.how,
    status_note: words.off.note,
    teaser: words.editor.teaser,
    place: words.where.place,
    organiser: words.where.organiser,
    image: shared.image,
    body: shared.text,
    price: words.more.price,
    registration: words.more.registration,
    links: words.more.links,
    tags: words.more.tags,
    category: t.publishing.category,
    publish_at: shared.appears,
    unpublish_at: shared.ends,
  }
  const nothing = t.compose.conflict.nothing
  const joined = (parts: (string | null | undefined)[], by = ' · ') => parts.filter(Boolean).join(by) || nothing
  const read: { [F in keyof EventContent]?: (value: EventContent[F]) => string } = {
    timing: (timing) => timingWords(timing, t, language),
    changes: (changes) => joined(changes.map((change) => changeWords(change, t, language)), '\n'),
    status: (status) => (status === 'scheduled' ? nothing : words.status[status]),
    status_note: (note) => note ?? nothing,
    place: (place) => (place === null ? nothing : joined([place.name, place.address, place.access])),
    organiser: (organiser) => organiser?.name ?? nothing,
    image: (image) => (image === null ? nothing : joined([image.alt, image.caption, image.credit])),
    price: ({ kind, amounts, text }) => joined([words.more.kinds[kind], ...amounts.map(({ label, cents }) => `${label} ${showCents(cents)} €`), text]),
    registration: ({ required, url, text }) => joined([required ? words.more.registration : undefined, text, url]),
    links: (links) => joined(links.map(({ label, url }) => (label === '' ? url : `${label} (${url})`))),
    tags: (tags) => joined(tags, ', '),
    category: (slug) => categories.find((each) => each.slug === slug)?.name ?? t.publishing.noCategory,
    publish_at: (iso) => (iso === null ? shared.now : momentWords(new Date(iso), new Date(), language)),
    unpublish_at: (iso) => (iso === null ? nothing : showEnd(new Date(iso), language)),
  }
  return {
    fields: Object.keys(labels) as (keyof EventContent)[],
    texts: ['body'],
    label: (field) => labels[field as keyof EventContent],
    words: (field, value) => (read[field as keyof EventContent] as ((value: unknown) => string) | undefined)?.(value) ?? String(value),
  }
}

/** Which field each lack is mended in. */
const FIELD_OF: Record<string, string> = {
  title: 'event-title',
  timing: 'event-day',
  when: 'event-day',
  start: 'event-day',
  end: 'event-to',
  rrule: 'event-repeat',
  dates: 'event-repeat',
  changes: 'event-repeat',
  image_alt: 'event-image',
  unpublish_at: 'event-end',
  publish_at: 'event-plan-when',
  past: 'event-plan-when',
  links: 'event-more',
  registration: 'event-registration-url',
  price: 'event-price',
  place: 'event-point',
  ring_topic: 'event-category',
  ring_title: 'ring-title',
  ring_long: 'ring-title',
  notification: 'ring-title',
}

export function errorsOf(lacks: string[], content: EventContent, now: Date, t: Words, language: Language): FieldError[] {
  const words: Record<string, string> = { ...t.push.lacks, ...t.events.editor.lacks }
  return lacks.map((lack) => {
    const end = lack === 'unpublish_at' && content.unpublish_at !== null ? ` (${momentWords(new Date(content.unpublish_at), now, language)})` : ''
    // All-day things have no clock to mend.
    const field = lack === 'end' && content.timing.all_day ? 'event-last-day' : FIELD_OF[lack]
    return { field, text: `${words[lack] ?? lack}${end}` }
  })
}
