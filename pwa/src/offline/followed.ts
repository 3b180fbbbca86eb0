// SPDX-License-Identifier: EUPL-1.2
/** What the topics of single reports are called, on this device only: the server knows nothing but the topic. */

const KEY = 'sv-followed'
const MOST = 100

function read(): Record<string, string> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return Object.fromEntries(Object.entries(Object(found) as object).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
  } catch {
    return {}
  }
}

/** The name under which a topic was chosen; undefined where the device keeps nothing. */
export function followedName(topic: string): string | undefined {
  return read()[topic]
}

/** Keeps the name of a topic, or forgets it. */
export function keepFollowed(topic: string, name?: string): void {
  try {
    const others = Object.entries(read()).filter(([other]) => other !== topic)
    const own: [string, string][] = name === undefined ? [] : [[topic, name]]
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries([...own, ...others].slice(0, MOST))))
  } catch {
    // Without a memory the topic shows no name.
  }
}
