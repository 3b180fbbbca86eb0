// SPDX-License-Identifier: EUPL-1.2
/**
 * The search of the directory on the phone: with every letter, without a network. What is called so comes first, then
 * what begins so, as on the server; then what is spelt nearly so. Loaded with the first letter; knows neither DOM nor
 * network.
 */

import MiniSearch, { type Query } from 'minisearch'
import { foldText } from '../ui/highlight'
import type { Directory, Entry, OfficeName } from './directory'
import { stemOf, telling, vocabularyOf, wordsOf } from './german'

export interface Hit {
  service: Entry
  /** The other word by which it was found, where the title does not tell. */
  by: string | null
}

export interface Found {
  services: Hit[]
  offices: OfficeName[]
  /** Nothing is spelt as it was typed: these are nearly so. */
  similar: boolean
}

export type Find = (query: string) => Found

interface Document {
  id: number
  title: string
  synonyms: string
  teaser: string
}

interface Folded {
  title: string
  titleWords: string[]
  synonyms: string[]
  together: string
  words: string[]
}

/** Documents that are read in one go: a slow phone still answers to touches in between. */
const AT_ONCE = 100
const MOST_WORDS = 10
const SHORTEST = 2
const BARELY = 9
const NOTHING: Found = { services: [], offices: [], similar: false }

export async function makeFind({ services, offices }: Directory): Promise<Find> {
  const documents: Document[] = [
    ...services.map(({ title, synonyms, teaser }, id) => ({ id, title, synonyms: synonyms.join('\n'), teaser })),
    ...offices.map(({ name, place }, at) => ({ id: services.length + at, title: name, synonyms: '', teaser: place })),
  ]
  const folded: Folded[] = documents.map(({ title, synonyms }) => {
    const others = synonyms.split('\n').map(foldText)
    const called = foldText(title)
    const together = [called, ...others].join(' ')
    return { title: called, titleWords: wordsOf(called), synonyms: others, together, words: wordsOf(together) }
  })
  const engine = new MiniSearch<Document>({
    fields: ['title', 'synonyms', 'teaser'],
    tokenize: (text) => wordsOf(foldText(text)),
    processTerm: (word) => word,
    searchOptions: { prefix: true, combineWith: 'AND', boost: { title: 3, synonyms: 2, teaser: 0.5 }, tokenize: wordsOf },
  })
  await engine.addAllAsync(documents, { chunkSize: AT_ONCE })
  const vocabulary = vocabularyOf(folded.flatMap((one) => one.words))

  function ask(query: Query): number[] {
    return engine.search(query).map(({ id }) => Number(id))
  }

  /** Within the words, too: "steuer" is in "Hundesteuer". */
  function inside(words: string[]): number[] {
    return folded.flatMap(({ together }, id) => (words.every((word) => together.includes(word)) ? [id] : []))
  }

  /** Every word, as it is or with another ending. */
  const exactly = (words: string[]): number[] =>
    ask({ combineWith: 'AND', queries: words.map((word) => ({ combineWith: 'OR', queries: [word, ...(stemOf(word) === word ? [] : [stemOf(word)])] })) })

  /** The more cautious the earlier: the first way that finds something counts. */
  function look(words: string[]): { ids: number[]; similar: boolean } {
    const plain = [...new Set([...exactly(words), ...inside(words)])]
    if (plain.length > 0) return { ids: plain, similar: false }
    const parts = words.flatMap((word) => (vocabulary.begins(word) ? [word] : (vocabulary.split(word) ?? [word])))
    const glued = parts.length > words.length ? [...new Set([...exactly(parts), ...inside(parts)])] : []
    if (glued.length > 0) return { ids: glued, similar: false }
    const nearby = words.map((word) => (vocabulary.begins(word) ? [word] : vocabulary.near(word)))
    const mended = nearby.every((some) => some.length > 0) ? ask({ combineWith: 'AND', queries: nearby.map((queries) => ({ combineWith: 'OR', queries })) }) : []
    if (mended.length > 0) return { ids: mended, similar: true }
    return { ids: ask({ combineWith: 'OR', queries: nearby.flat() }), similar: true }
  }

  return (query) => {
    const asked = foldText(query).trim()
    const words = telling(wordsOf(asked)).slice(0, MOST_WORDS)
    if (words.join('').length < SHORTEST) return NOTHING
    const { ids, similar } = look(words)
    const ranked = ids
      .map((id, at) => ({ id, at, rank: similar ? BARELY : rankOf(asked, words, folded[id]) }))
      .sort((one, other) => one.rank - other.rank || one.at - other.at)
    const found: Found = { services: [], offices: [], similar }
    for (const { id } of ranked) {
      const service = services[id]
      const office = offices[id - services.length]
      if (service !== undefined) found.services.push({ service, by: otherName(service, folded[id], words) })
      else if (office !== undefined) found.offices.push(office)
    }
    return found
  }
}

/**
 * As the server ranks: called so, begins so, words in the title, words in title and synonyms, anywhere. While one types,
 * another word for it that begins so counts, too.
 */
function rankOf(asked: string, words: string[], text: Folded | undefined): number {
  if (text === undefined) return BARELY
  if (asked === text.title || text.synonyms.includes(asked)) return 0
  if (text.title.startsWith(asked)) return 1
  const begin = (some: string[]) => words.every((word) => some.some((one) => one.startsWith(word)))
  const begun = text.synonyms.filter((one) => one.startsWith(asked)).map(({ length }) => length)
  // The more of such a word is typed, the more likely it is meant: "umz" is "Umzug" before "Umzugswagen".
  if (begun.length > 0) return 3 - asked.length / Math.min(...begun)
  if (begin(text.titleWords)) return 3
  if (begin(text.words)) return 4
  return words.every((word) => text.together.includes(word)) ? 5 : BARELY
}

/** The synonym that holds what the title does not. */
function otherName(service: Entry, text: Folded | undefined, words: string[]): string | null {
  if (text === undefined || words.every((word) => text.title.includes(word))) return null
  const at = text.synonyms.findIndex((one) => words.every((word) => one.includes(word)))
  const some = at >= 0 ? at : text.synonyms.findIndex((one) => words.some((word) => one.includes(word) && !text.title.includes(word)))
  return service.synonyms[some] ?? null
}
