// SPDX-License-Identifier: EUPL-1.2
/** Putting things into another order. Pure. */

/** The list with one thing at another place; the others keep their order. */
export function shifted<T>(list: T[], from: number, to: number): T[] {
  const item = list[from]
  if (item === undefined) return list
  const others = list.filter((_each, at) => at !== from)
  return [...others.slice(0, to), item, ...others.slice(to)]
}
