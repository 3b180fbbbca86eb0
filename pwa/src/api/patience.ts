// SPDX-License-Identifier: EUPL-1.2
/** How long one waits for an answer before one says that there is no connection. */

/** Runs `work` with a signal that ends it after `ms`. */
export async function patiently<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const control = new AbortController()
  const timer = setTimeout(() => control.abort(), ms)
  try {
    return await work(control.signal)
  } finally {
    clearTimeout(timer)
  }
}
