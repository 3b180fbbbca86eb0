// SPDX-License-Identifier: EUPL-1.2
/** All notifications and what became of them; one that waits can be called off, and one on its own written. */

import { useState } from 'preact/hooks'
import { staff } from '../../api/staff'
import { navigate, usePlace } from '../../ui/router'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { useSession } from '../session'
import { Badge, type Tone } from '../ui/badge'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Gate } from '../ui/gate'
import { Icon, type IconName } from '../ui/icon'
import { useLoad } from '../ui/load'
import { MoreMenu, type MenuItem } from '../ui/menu'
import { ListPage } from '../ui/page'
import { Pager } from '../ui/pager'
import { RowCard } from '../ui/rows'
import { say } from '../ui/toasts'
import { callOff, listMessages, useMessage } from './api'
import { outcomeOf, topicNames, topicWords, type Message } from './model'
import { WriteSheet } from './write-sheet'
import './push.scss'

const HERE = '/redaktion/mitteilungen'
const SIZE = 50
/** Where that is written which a notification was about; a reminder is about a date, which has no page here. */
const EVENT = { icon: 'cal', word: 'event', home: '/redaktion/termine/' } as const
const SUBJECTS: Record<string, { icon: IconName; word: 'news' | 'event'; home: string }> = {
  news: { icon: 'news', word: 'news', home: '/redaktion/nachrichten/' },
  event: EVENT,
  'event-change': EVENT,
}
const LOOKS: Record<Message['state'], { tone: Tone; icon: IconName }> = {
  waiting: { tone: 'planned', icon: 'clock' },
  sending: { tone: 'waiting', icon: 'clock' },
  sent: { tone: 'good', icon: 'check' },
  cancelled: { tone: 'neutral', icon: 'hidden' },
}

/** What the topics are called, of every part that has some. */
function useTopicNames(): Record<string, string> {
  const { t } = useWords()
  const { modules } = useSession()
  const news = useLoad('news/categories', () => staff.GET('/api/v1/staff/news/categories')).data ?? []
  const events = useLoad('events/categories', async () =>
    modules.includes('events') ? staff.GET('/api/v1/staff/events/categories') : { ok: true, data: [], etag: undefined, total: undefined },
  ).data
  return { ...topicNames('news', news, t), ...topicNames('events', events ?? [], t) }
}

export function MessagesPage() {
  const { t } = useWords()
  const { modules } = useSession()
  const words = t.push.list
  const page = Math.max(1, Number(usePlace().query.get('seite')) || 1)
  const [writing, setWriting] = useState(false)
  const list = useLoad(`push/messages/${page}`, () => listMessages(page, SIZE))
  const names = useTopicNames()
  const write = (
    <Button kind="main" icon="bell" onPress={() => setWriting(true)}>
      {words.write}
    </Button>
  )
  const groups = (rows: Message[]) =>
    [
      { name: words.groups.waiting, rows: rows.filter(({ state }) => state === 'waiting').reverse() },
      { name: words.groups.over, rows: rows.filter(({ state }) => state !== 'waiting') },
    ].filter((group) => group.rows.length > 0)
  return (
    <ListPage title={t.push.title} sub={words.sub} action={modules.includes('push') && write}>
      <Gate of={list}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="bell" title={words.emptyTitle} text={words.empty} />
          ) : (
            <>
              {groups(rows).map((group) => (
                <RowCard key={group.name} heading={group.name} count={group.rows.length}>
                  {group.rows.map((message) => (
                    <MessageRow key={message.id} told={message} names={names} onChanged={() => void list.reload()} />
                  ))}
                </RowCard>
              ))}
              <Pager page={page} size={SIZE} total={list.total ?? rows.length} href={(other) => `${HERE}?seite=${other}`} />
            </>
          )
        }
      </Gate>
      <WriteSheet
        open={writing}
        names={names}
        onClose={() => setWriting(false)}
        onSent={() => {
          setWriting(false)
          if (page === 1) void list.reload()
          else navigate(HERE)
        }}
      />
    </ListPage>
  )
}

function MessageRow({ told, names, onChanged }: { told: Message; names: Record<string, string>; onChanged(): void }) {
  const { t, language } = useWords()
  const words = t.push
  const [message] = useMessage(told)
  const { id, title, text, state, topics, urgent, due_at, deferred, subject_type, subject_id, created_by } = message ?? told
  const when = momentWords(new Date(due_at), new Date(), language)
  const cancel = async () => {
    const answer = await callOff(id)
    say(answer.ok ? words.cancelled : answer.unreachable ? words.own.unreachable : words.cancelFailed)
    onChanged()
  }
  const menu: MenuItem[] = []
  const subject = subject_type === null ? undefined : SUBJECTS[subject_type]
  if (subject !== undefined && subject_id !== null) menu.push({ label: words.list.open[subject.word], icon: subject.icon, href: subject.home + subject_id })
  if (state === 'waiting') menu.push({ label: words.cancel, icon: 'close', onSelect: () => void cancel() })
  if (state === 'sending' || (state === 'sent' && deferred > 0)) menu.push({ label: words.cancelRest, icon: 'close', onSelect: () => void cancel() })
  const line = [urgent && t.news.urgent, topics.length > 0 ? words.list.forTopics(topicWords(topics, names, t)) : words.list.noneTopics, created_by && words.list.by(created_by)]
  return (
    <li class="row message-row">
      <span class="row-picture" aria-hidden="true">
        <Icon name="bell" size={24} />
      </span>
      <div class="row-words">
        <h3>{title}</h3>
        {text !== '' && <p>{text}</p>}
        <p class="row-line">{line.filter(Boolean).join(' · ')}</p>
      </div>
      <div class="row-state" role="status">
        <Badge {...LOOKS[state]}>{words.list.state[state]}</Badge>
        <p class="row-line">{when}</p>
        {state !== 'waiting' &&
          outcomeOf(message ?? told, t, when).map((sentence) => (
            <p key={sentence} class="row-line">
              {sentence}
            </p>
          ))}
      </div>
      <MoreMenu label={words.list.more(title)} items={menu} />
    </li>
  )
}
