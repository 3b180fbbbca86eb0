// SPDX-License-Identifier: EUPL-1.2
/** Asks the service worker to leave: it has all it takes, so pages need not load it. */

import type { PushAnswer } from '../api/push'

const PATIENCE_MS = 20_000

/** Ends the notifications of this device. `anyway`: also while the server cannot be reached. */
export async function unsubscribe(anyway: boolean): Promise<PushAnswer['kind']> {
  const worker = (await navigator.serviceWorker?.getRegistration())?.active
  if (!worker) return 'done'
  const { port1, port2 } = new MessageChannel()
  return new Promise((tell) => {
    port1.onmessage = ({ data }: MessageEvent<PushAnswer['kind']>) => tell(data)
    setTimeout(tell, PATIENCE_MS, 'unreachable')
    worker.postMessage({ type: 'UNSUBSCRIBE', anyway }, [port2])
  })
}
