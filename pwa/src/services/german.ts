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

/** What words there are, and what they have to do with a typed one. */
export interface Vocabulary {
  begins(start: string): boolean
  /** The parts of a compound that nobody has written so: "hundeanmeldung" → "hund", "anmeld". The longest first part wins. */
  split(word: string): [string, string] | null
  /** The words whose beginning is most like a mistyped one: a letter off, in a longer one two. */
  near(word: string): string[]
}

export function vocabularyOf(some: Iterable<string>): Vocabulary {
  const words = [...new Set(some)].sort()

  function begins(start: string): boolean {
    let low = 0
    let high = words.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((words[middle] ?? '') < start) low = middle + 1
      else high = middle
    }
    return words[low]?.startsWith(start) ?? false
  }

  return {
    begins,
    split(word) {
      for (let cut = word.length - SHORTEST_PART; cut >= SHORTEST_PART; cut--) {
        const tail = stemOf(word.slice(cut))
        if (!begins(tail)) continue
        const before = word.slice(0, cut)
        const heads = GLUE.filter((glue) => before.endsWith(glue)).map((glue) => before.slice(0, cut - glue.length))
        const head = heads.find((part) => part.length >= SHORTEST_PART && begins(part))
        if (head !== undefined) return [head, tail]
      }
      return null
    },
    near(word) {
      const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2
      for (let off = 1; off <= most; off++) {
        const found = words.filter((one) => isNearly(word, one, off))
        if (found.length > 0) return found
      }
      return []
    },
  }
}

/** Whether `word` begins like `typed` once so many letters that are wrong, missing, too many or swapped are mended. */
export function isNearly(typed: string, word: string, mistakes: number, at = 0, there = 0): boolean {
  while (at < typed.length && typed[at] === word[there]) {
    at += 1
    there += 1
  }
  if (at === typed.length) return true
  if (mistakes === 0) return false
  const left = mistakes - 1
  return (
    isNearly(typed, word, left, at + 1, there + 1) ||
    isNearly(typed, word, left, at, there + 1) ||
    isNearly(typed, word, left, at + 1, there) ||
    (typed[at] === word[there + 1] && typed[at + 1] === word[there] && isNearly(typed, word, left, at + 2, there + 2))
  )
}
