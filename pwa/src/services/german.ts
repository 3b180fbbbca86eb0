// SPDX-License-Identifier: EUPL-1.2
/**
 * What a search must know of German: which words say nothing, how words end, how they are glued together, how they are
 * mistyped. Works on folded words only; knows no services.
 */

const SHORTEST_PART = 3
const SHORTEST_STEM = 4
/** Words of a question that say nothing about what is looked for. */
const EMPTY = new Set(
  'ich mein meine meinen meinem meiner wir unser unsere ein eine einen einem einer der die das den dem des fur und oder zu zum zur bei beim am im in an auf aus von vom mit wie was wo wann wer kann muss will mochte brauche bekomme mich mir man'.split(' '),
)
const ENDINGS = /(?:ungen|ung|en|er|es|em|e|n|s)$/
/** What stands between the parts of a compound: Geburt-s-urkunde, Hund-e-steuer. */
const GLUE = ['', 's', 'e', 'en', 'n', 'es']

export function wordsOf(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}

/** The words that say something; all of them where none does. */
export function telling(words: string[]): string[] {
  const some = words.filter((word) => !EMPTY.has(word))
  return some.length > 0 ? some : words
}

/** "anmeldung" and "anmelden" both begin with "anmeld". */
export function stemOf(word: string): string {
  const stem = word.replace(ENDINGS, '')
  return stem.length >= SHORTEST_STEM ? stem : word
}

/** Folded words in order, to look up what begins how. */
export class Vocabulary {
  private readonly words: string[]

  constructor(words: Iterable<string>) {
    this.words = [...new Set(words)].sort()
  }

  begins(start: string): boolean {
    let low = 0
    let high = this.words.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.words[middle] ?? '') < start) low = middle + 1
      else high = middle
    }
    return this.words[low]?.startsWith(start) ?? false
  }

  /** The parts of a compound that nobody has written so: "hundeanmeldung" → "hund", "anmeld". The longest first part wins. */
  split(word: string): [string, string] | null {
    for (let cut = word.length - SHORTEST_PART; cut >= SHORTEST_PART; cut--) {
      const tail = stemOf(word.slice(cut))
      if (!this.begins(tail)) continue
      const head = GLUE.filter((glue) => word.slice(0, cut).endsWith(glue))
        .map((glue) => word.slice(0, cut - glue.length))
        .find((part) => part.length >= SHORTEST_PART && this.begins(part))
      if (head !== undefined) return [head, tail]
    }
    return null
  }

  /** The words whose beginning is most like a mistyped one. */
  near(word: string): string[] {
    let best = word.length < 4 ? 0 : word.length < 8 ? 1 : 2
    let found: string[] = []
    if (best === 0) return found
    for (const one of this.words) {
      if (one.length + best < word.length) continue
      const off = distance(word, one, best)
      if (off > best) continue
      if (off < best) found = []
      best = off
      found.push(one)
    }
    return found
  }
}

/** How many letters are wrong, missing, too many or swapped between `typed` and the beginning of `word`; more than `most` is not counted on. */
export function distance(typed: string, word: string, most: number): number {
  const width = Math.min(word.length, typed.length + most)
  let before: number[] = []
  let last = Array.from({ length: width + 1 }, (_, at) => at)
  for (let row = 1; row <= typed.length; row++) {
    const next = [row]
    let least = row
    for (let at = 1; at <= width; at++) {
      const same = typed[row - 1] === word[at - 1]
      let cost = Math.min((last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (same ? 0 : 1))
      if (row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1]) cost = Math.min(cost, (before[at - 2] ?? 0) + 1)
      next.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return least
    before = last
    last = next
  }
  return Math.min(...last)
}
