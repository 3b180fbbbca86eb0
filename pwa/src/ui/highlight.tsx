// SPDX-License-Identifier: EUPL-1.2
/** Marks where a search matched, with the spelling tolerance of the search: ä = ae = a, ß = ss, any case. */

const letters: Record<string, string> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss' }

/** Folds `text` and keeps for every folded letter the place it came from. */
function fold(text: string): { folded: string; places: number[] } {
  let folded = ''
  const places: number[] = []
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at).toLowerCase()
    const plain = letters[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '')
    for (const sign of plain) {
      if (sign === 'e' && /[aou]$/.test(folded) && !(letter in letters)) {
        // "ae", "oe", "ue" fold like the umlaut; the e belongs to the letter before.
        continue
      }
      folded += sign
      places.push(at)
    }
  }
  places.push(text.length)
  return { folded, places }
}

/** `text` as searches compare it; the same as `fold`, for thousands of texts at once. */
export function foldText(text: string): string {
  const plain = text.toLowerCase().replace(/ß/g, 'ss').normalize('NFD').replace(/\p{M}+/gu, '')
  return plain.replace(/([aou])e+/g, '$1')
}

/** The parts of `text`; every second one (odd index) matched a word of `query`. */
export function matches(text: string, query: string): string[] {
  const words = query
    .split(/\s+/)
    .map((word) => fold(word).folded)
    .filter((word) => word.length > 1)
  const { folded, places } = fold(text)
  const spans: [number, number][] = []
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      spans.push([places[at] ?? 0, places[at + word.length] ?? text.length])
  spans.sort((one, other) => one[0] - other[0])
  const parts: string[] = []
  let done = 0
  for (const [start, end] of spans) {
    if (start < done) continue
    parts.push(text.slice(done, start), text.slice(start, end))
    done = end
  }
  return [...parts, text.slice(done)]
}

export function Highlight({ text, query }: { text: string; query: string }) {
  return <>{matches(text, query).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}</>
}
