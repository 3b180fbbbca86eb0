// SPDX-License-Identifier: EUPL-1.2
/** Notifications on the way to and from the server. Knows no page and no words. */

import { useEffect, useState } from 'preact/hooks'
import { staff, type Answer } from '../../api/staff'
import { useLoad, type Loaded } from '../ui/load'
import { nextLook, type Audience, type Message, type MessageBody } from './model'
import { ownDevice } from './own-device'

const ALL = '/api/v1/staff/push/messages'
const ONE = `${ALL}/{message_id}`
const NOBODY: Audience = { devices: 0, quiet: 0, quiet_until: null }
const LOOKS = 20
const PAUSE_MS = 700

/** Whom it reaches; nobody is asked while there is no topic. */
export function useAudience(topics: string[], urgent: boolean, at: string | null): Loaded<Audience> {
  return useLoad<Audience>(`push/audience/${topics.join('+')}/${urgent}/${at ?? ''}`, async () =>
    topics.length === 0
      ? { ok: true, data: NOBODY, etag: undefined, total: undefined }
      : staff.GET('/api/v1/staff/push/audience', { params: { query: { topic: topics, urgent, at } } }),
  )
}

export function listMessages(page: number, page_size: number): Promise<Answer<Message[]>> {
  return staff.GET(ALL, { params: { query: { page, page_size } } })
}

/** The message as it stands, followed while it is on its way. */
export function useMessage(told: Message | null): [Message | null, (message: Message) => void] {
  const [followed, setFollowed] = useState<Message | null>(told)
  useEffect(() => setFollowed(told), [told])
  const message = followed !== null && followed.id === told?.id ? followed : told
  useEffect(() => {
    const pause = message === null ? undefined : nextLook(message, Date.now())
    if (message === null || pause === undefined) return
    let wanted = true
    const look = async () => {
      const answer = await staff.GET(ONE, { params: { path: { message_id: message.id } } })
      // Without an answer the same message once more, so that the next look follows.
      if (wanted) setFollowed(answer.ok ? answer.data : { ...message })
    }
    const timer = setTimeout(() => void look(), pause)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [message])
  return [message, setFollowed]
}

export function callOff(id: string): Promise<Answer<Message>> {
  return staff.POST(`${ONE}/cancellation`, { params: { path: { message_id: id } } })
}

export function announce(body: MessageBody): Promise<Answer<Message>> {
  return staff.POST(ALL, { body })
}

export type Tested = 'reached' | 'slow' | 'failed' | 'none'

/** Lets the device one sits at ring, and waits for what its push service says. */
export async function testHere(what: { title: string; text: string; url: string; urgent: boolean }): Promise<Tested> {
  const device = await ownDevice()
  if (device === undefined) return 'none'
  const sent = await staff.POST('/api/v1/staff/push/test', { body: { ...what, ...device } })
  if (!sent.ok) return sent.status === 404 || sent.status === 403 ? 'none' : 'failed'
  for (let look = 0; look < LOOKS; look++) {
    await new Promise((done) => setTimeout(done, PAUSE_MS))
    const answer = await staff.GET(ONE, { params: { path: { message_id: sent.data.id } } })
    if (!answer.ok) continue
    if (answer.data.reached > 0) return 'reached'
    if (answer.data.gone > 0) return 'none'
    if (answer.data.failed > 0) return 'failed'
  }
  return 'slow'
}
