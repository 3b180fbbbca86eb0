// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import table from '../../../tests/services/hours.json'
import { at, nextAfter, type Block, type Now, type Opening, type Times } from './hours'

/** The table that server and phone share. */
interface Case {
  name: string
  office: string
  now: string
  state: Now['state']
  until?: string
  note?: string
  opens?: [string, string]
  why?: string
  text?: string
  today: [string, string, string][]
}

const offices = table.offices as Record<string, Omit<Times, 'holidays'>>
const cases = table.cases as Case[]
const nexts = table.next as { office: string; after: string; opens: [string, string] | null }[]

function timesOf(name: string): Times {
  const office = offices[name]
  if (office === undefined) throw new Error(`the table has no office ${name}`)
  return { ...office, holidays: table.holidays }
}

const opening = (pair: [string, string] | null | undefined): Opening | null => (pair ? { day: pair[0], time: pair[1] } : null)
const rows = (blocks: Block[]) => blocks.map(({ from, to, note }) => [from, to, note])

test.each(cases)('what holds now: $name', (row) => {
  const now = at(timesOf(row.office), new Date(row.now))
  expect(now.state).toBe(row.state)
  expect(now.state === 'open' ? [now.until, now.note, null] : [undefined, '', now.opens]).toEqual([row.until, row.note ?? '', opening(row.opens)])
  expect([now.today.why, now.today.text]).toEqual([row.why ?? 'usual', row.text ?? ''])
  expect(rows(now.today.blocks)).toEqual(row.today)
})

test.each(nexts)('when $office opens next after $after', ({ office, after, opens }) => {
  expect(nextAfter(timesOf(office), after)).toEqual(opening(opens))
})
