// SPDX-License-Identifier: EUPL-1.2
// npm web-push with an agent that keeps connections, 64 in flight: `node push_client.mjs PORT COUNT FILE`, FILE holding
// subscriptions and keys as JSON. Waits for a line, prints what it did as JSON.
import { readFileSync } from 'node:fs'
import https from 'node:https'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline/promises'

const require = createRequire(new URL('../../pwa/package.json', import.meta.url))
const webpush = require('web-push')
const [, , , countText, file] = process.argv
const { subscriptions, vapid, payload } = JSON.parse(readFileSync(file, 'utf8'))
const count = Number(countText)
const agent = new https.Agent({ keepAlive: true, maxSockets: 64 })
const options = { TTL: 86400, agent, timeout: 10000, vapidDetails: { subject: 'mailto:a@b.de', ...vapid } }

console.log('ready')
await createInterface({ input: process.stdin })[Symbol.asyncIterator]().next()
const began = Date.now()
const before = process.cpuUsage()
let next = 0
await Promise.all(
  Array.from({ length: 64 }, async () => {
    while (next < count) {
      await webpush.sendNotification(subscriptions[next++ % subscriptions.length], payload, options)
    }
  }),
)
const cpu = process.cpuUsage(before)
console.log(JSON.stringify({ count, began: began / 1000, ended: Date.now() / 1000, cpu: (cpu.user + cpu.system) / 1e6, mib: 0 }))
process.exit(0)
