// SPDX-License-Identifier: EUPL-1.2
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { inReports, readAll, type Mine, type Waiting } from '../../offline/report-store'
import { reminderOf } from '../mine'
import { dropDraft, emptyDraft, isBegun, isWhole, keepDraft, readDraft, type Draft, type Photo } from './draft'
import { spotOf } from './exif'
import { distanceWords, outsideOf, proposals, within } from './places'
import { complaints } from './questions'
import { queue, reportOf, takeBack } from './queue'
import { refusalWords, stepToMend } from './refusal'
import { report as words } from '../words/report-de'
import { stepFor } from './steps'

const LAMP = { code: 'lamp', name: 'Lampe', icon: 'lamp' }
const photo = (id: string): Photo => ({ id, data: new Uint8Array([1, 2]).buffer, width: 4, height: 3, spot: null })

function draft(change: Partial<Draft> = {}): Draft {
  return { ...emptyDraft(), category: LAMP, spot: { lat: 52.1421234, lon: 12.5956789 }, placed: true, text: ' Dunkel. ', ...change }
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

test('a draft comes back as it was left, with its photos in their order', async () => {
  const left = draft({ photos: [photo('b'), photo('a')] })
  await keepDraft(left)
  expect(await readDraft()).toEqual(left)
  await keepDraft({ ...left, photos: [photo('a')] })
  expect((await readDraft())?.photos.map(({ id }) => id)).toEqual(['a'])
})

test('of drafts that are written at once the last one stays', async () => {
  const first = draft()
  void keepDraft(first)
  void keepDraft({ ...first, text: 'Sehr' })
  await keepDraft({ ...first, text: 'Sehr dunkel' })
  expect((await readDraft())?.text).toBe('Sehr dunkel')
})

test('what nobody has touched for two weeks is gone, also from the disk', async () => {
  await keepDraft(draft({ photos: [photo('a')], email: 'kim@example.org' }))
  expect(await readDraft(Date.now() + 15 * 86_400_000)).toBeUndefined()
  expect(await readAll('draft')).toEqual([])
})

test('what was begun long ago and touched today is there', async () => {
  const left = draft({ begun: Date.now() - 20 * 86_400_000 })
  await keepDraft(left)
  expect(await readDraft()).toEqual(left)
})

test('where photos find no room the text is kept, and one knows that only the page has the photos', async () => {
  // What cannot be stored stands for what finds no room.
  const tooMuch = { ...photo('a'), data: (() => 0) as unknown as ArrayBuffer }
  await keepDraft(draft({ photos: [tooMuch] }))
  expect(await readDraft()).toMatchObject({ text: ' Dunkel. ', photos: [] })
  expect(isWhole()).toBe(false)
  await keepDraft(draft({ photos: [photo('a')] }))
  expect(isWhole()).toBe(true)
  await keepDraft(draft({ photos: [tooMuch] }))
  await dropDraft()
  expect(isWhole()).toBe(true)
})

test('a step is shown once what it needs is there', () => {
  const empty = emptyDraft()
  expect(stepFor('pruefen', empty)).toBe('category')
  expect(stepFor('pruefen', { ...empty, category: LAMP })).toBe('place')
  expect(stepFor('pruefen', draft({ text: ' ' }))).toBe('photo')
  expect(stepFor('pruefen', draft())).toBe('check')
  expect(stepFor('ort', draft())).toBe('place')
  expect(stepFor(null, draft())).toBe('category')
  expect(stepFor('gibt-es-nicht', draft())).toBe('category')
  expect(isBegun(empty)).toBe(false)
  expect(isBegun(draft())).toBe(true)
})

test('the report says what was written, the place to about a metre, and no empty contact', () => {
  const begun = draft()
  expect(JSON.parse(reportOf(begun, [], '', begun.begun + 9000))).toEqual({
    category: 'lamp', description: 'Dunkel.', lat: 52.14212, lon: 12.59568, address: '', answers: {}, contact: null, website: '', elapsed_ms: 9000,
  })
  const contact = JSON.parse(reportOf({ ...begun, spot: null, email: ' kim@example.org ', mail: true }, [], '', 0))
  expect(contact).toMatchObject({ lat: null, lon: null, contact: { name: '', email: 'kim@example.org', phone: '', mail_updates: true } })
})

const QUESTIONS = [
  { code: 'mast', label: 'Mast', help: null, kind: 'text', required: true, options: [] },
  { code: 'zahl', label: 'Zahl', help: null, kind: 'number', required: false, options: [] },
] as unknown as Parameters<typeof complaints>[0]

test('answers are asked for, and numbers are numbers', () => {
  expect(complaints(QUESTIONS, { zahl: 'viele' })).toMatchObject([{ code: 'mast', reason: 'answer' }, { code: 'zahl', reason: 'number' }])
  expect(complaints(QUESTIONS, { mast: '7', zahl: '2,5' })).toEqual([])
  expect(JSON.parse(reportOf(draft({ answers: { mast: '7', zahl: '2,5', alt: 'x' } }), QUESTIONS, '', 0)).answers).toEqual({ mast: '7', zahl: 2.5 })
})

test('into the outbox goes everything at once, and a second window changes nothing', async () => {
  const left = draft({ photos: [photo('a')] })
  await keepDraft(left)
  await queue(left, 'first')
  await queue({ ...left, text: 'other' }, 'second')
  expect(await readAll<Waiting>('outbox')).toMatchObject([{ id: left.id, secret: left.secret, report: 'first', state: 'queued' }])
  expect(await readAll<Mine>('mine')).toMatchObject([{ id: left.id, state: 'waiting', number: null }])
  expect(await readDraft()).toBeUndefined()
})

test('a refused report comes back into the form, and goes again under its name', async () => {
  const left = draft({ photos: [photo('a')] })
  await queue(left, 'first')
  const [waiting] = await readAll<Waiting>('outbox')
  if (waiting === undefined) throw new Error('nothing waits')
  await inReports('readwrite', (change) => {
    change.objectStore('outbox').put({ ...waiting, state: 'refused' }, left.id)
    return change.objectStore('mine').put({ id: left.id, state: 'refused' }, left.id)
  })
  await takeBack(waiting)
  expect(await readDraft()).toEqual(left)
  await queue(left, 'second')
  expect(await readAll<Waiting>('outbox')).toMatchObject([{ id: left.id, report: 'second', state: 'queued' }])
})

test('a refusal is said in words, and leads to what is to be put right', () => {
  const refusal = (code: string, ...fields: string[]) => ({ code, detail: 'Das Rathaus sagt es so.', fields })
  expect(refusalWords(refusal('unusable-picture', 'photo.1'), words.refused, 'de')).toMatch(/^Foto 2 /)
  expect(stepToMend(refusal('unusable-picture', 'photo.1'))).toBe('photo')
  expect(refusalWords(refusal('outside-municipality', 'lat'), words.refused, 'de')).toBe('Das Rathaus sagt es so.')
  expect(refusalWords(refusal('outside-municipality', 'lat'), words.refused, 'en')).toBe(words.refused.reasons.outside)
  expect(stepToMend(refusal('outside-municipality', 'lat'))).toBe('place')
  expect(stepToMend(refusal('invalid', 'category'))).toBe('category')
  expect(stepToMend(refusal('invalid', 'answers.mast'))).toBe('photo')
  expect(stepToMend(undefined)).toBe('check')
})

const place = (name: string) => ({ name, lat: null, lon: null })

test('names are offered that begin like what is typed, whatever the number of the house', () => {
  const places = ['Am Bahnhof', 'Bahnhofstraße', 'Bad Belzig', 'Lübnitz', 'Groß Briesen'].map(place)
  const names = (text: string) => proposals(places, text).map(({ name }) => name)
  expect(names('bahnhofstr. 12')).toEqual(['Bahnhofstraße'])
  expect(names('Bahnhof')).toEqual(['Bahnhofstraße', 'Am Bahnhof'])
  expect(names('Luebn')).toEqual(['Lübnitz'])
  expect(names('bries')).toEqual(['Groß Briesen'])
  expect(names('b')).toEqual([])
  expect(names('Lübnitz')).toEqual([])
})

test('a place outside names whose it is', () => {
  const square = (west: number) => ({ type: 'MultiPolygon' as const, coordinates: [[[[west, 52], [west + 1, 52], [west + 1, 53], [west, 53], [west, 52]]]] })
  const area = { border: square(12), neighbours: [{ name: 'Brück', border: square(13) }] }
  expect(outsideOf(area, { lat: 52.5, lon: 12.5 })).toBeNull()
  expect(outsideOf(area, { lat: 52.5, lon: 13.5 })).toBe('Brück')
  expect(outsideOf(area, { lat: 52.5, lon: 14.5 })).toBe('')
  expect(outsideOf({ border: null, neighbours: [] }, { lat: 0, lon: 0 })).toBeNull()
  expect(outsideOf(undefined, { lat: 0, lon: 0 })).toBeNull()
})

test('what lies near stands first, and what lies far is left out', () => {
  const points = [{ lat: 52.001, lon: 12 }, { lat: 52, lon: 12 }, { lat: 53, lon: 12 }]
  expect(within(points, { lat: 52, lon: 12 }, 200).map(({ distance }) => distance)).toEqual([0, 111])
  expect(distanceWords(64, 'de')).toBe('60 m')
  expect(distanceWords(1234, 'de')).toBe('1,2 km')
  expect(distanceWords(1234, 'en')).toBe('1.2 km')
})

test('a code that one can say on the telephone', () => {
  expect(reminderOf('04cd0312-c6f9-47e1-a020-9f3f0e6c8083')).toMatch(/^[2-9A-HJ-NP-Z]{2}-[2-9A-HJ-NP-Z]{3}$/)
})

/** A JPEG that says where it was taken, as a camera writes it. */
function shot(lat: number, lon: number, [south, west] = ['N', 'E']): ArrayBuffer {
  const tiff = new DataView(new ArrayBuffer(140))
  tiff.setUint32(0, 0x4d4d002a)
  tiff.setUint32(4, 8)
  const entry = (at: number, tag: number, value: number): void => {
    tiff.setUint16(at, tag)
    tiff.setUint32(at + 8, value)
  }
  tiff.setUint16(8, 1)
  entry(10, 0x8825, 26)
  tiff.setUint16(26, 4)
  entry(28, 1, (south?.charCodeAt(0) ?? 0) << 24)
  entry(40, 2, 80)
  entry(52, 3, (west?.charCodeAt(0) ?? 0) << 24)
  entry(64, 4, 104)
  const degrees = (at: number, value: number): void => {
    const seconds = value * 3600
    ;[Math.floor(value), 1, Math.floor(value * 60) % 60, 1, Math.round((seconds % 60) * 100), 100].forEach((part, n) => tiff.setUint32(at + n * 4, part))
  }
  degrees(80, lat)
  degrees(104, lon)
  const head = [0xff, 0xd8, 0xff, 0xe1, 0, 148, ...[...'Exif\0\0'].map((letter) => letter.charCodeAt(0))]
  return new Uint8Array([...head, ...new Uint8Array(tiff.buffer), 0xff, 0xda]).buffer
}

test('the place is read from a photo that says it', () => {
  expect(spotOf(shot(52.1421, 12.5956))?.lat).toBeCloseTo(52.1421, 4)
  expect(spotOf(shot(52.1421, 12.5956))?.lon).toBeCloseTo(12.5956, 4)
  expect(spotOf(shot(52.1421, 12.5956, ['S', 'W']))?.lon).toBeCloseTo(-12.5956, 4)
  expect(spotOf(shot(0, 0))).toBeNull()
})

test('nonsense in a photo is no place and no failure', () => {
  const good = new Uint8Array(shot(52.1421, 12.5956))
  for (let length = 0; length < good.length; length++) expect(() => spotOf(good.slice(0, length).buffer)).not.toThrow()
  for (let seed = 1; seed < 500; seed++) {
    const bad = good.slice()
    for (let n = 0; n < 6; n++) bad[(seed * 31 + n * 17) % bad.length] = (seed * 7 + n * 131) % 256
    const spot = spotOf(bad.buffer)
    if (spot !== null) expect(Math.abs(spot.lat) <= 90 && Math.abs(spot.lon) <= 180).toBe(true)
  }
})
