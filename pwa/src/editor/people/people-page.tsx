// SPDX-License-Identifier: EUPL-1.2
/** Who works for this municipality and may do what; invitations that nobody has accepted yet; four eyes. */

import { useState } from 'preact/hooks'
import type { components } from '../../api/schema'
import { matching, staff } from '../../api/staff'
import { useWords } from '../i18n'
import { useSession } from '../session'
import { Button } from '../ui/button'
import { Switch } from '../ui/choices'
import { Gate } from '../ui/gate'
import { useLoad } from '../ui/load'
import { ListPage } from '../ui/page'
import { say } from '../ui/toasts'
import { InviteSheet } from './invite-sheet'
import { PeopleList, type Invitation, type Member } from './people-list'
import { RolesSheet } from './roles-sheet'
import './people.scss'

export function PeoplePage() {
  const { t } = useWords()
  const { tenant, session, refresh } = useSession()
  const words = t.people
  const members = useLoad('people', () => staff.GET('/api/v1/staff/people'))
  const invitations = useLoad('invitations', () => staff.GET('/api/v1/staff/invitations'))
  const [inviting, setInviting] = useState(false)
  const [changing, setChanging] = useState<Member>()
  const [removed, setRemoved] = useState<string[]>([])
  const [trouble, setTrouble] = useState<string>()

  /** Shows what came of a deed; what went wrong stands on the page until the next one. */
  const tell = (answer: { ok: boolean; status?: number }, done: string) => {
    setTrouble(answer.ok ? undefined : answer.status === 412 ? words.changed : answer.status === 409 ? words.lastAdmin : words.failed)
    if (answer.ok) say(done)
    void members.reload()
    void invitations.reload()
  }
  const remove = (member: Member) => {
    const back = () => setRemoved((ids) => ids.filter((id) => id !== member.id))
    setTrouble(undefined)
    setRemoved((ids) => [...ids, member.id])
    const forGood = async () => {
      const answer = await staff.DELETE('/api/v1/staff/people/{member_id}', {
        params: { path: { member_id: member.id }, header: matching(member.version) },
      })
      if (!answer.ok) setTrouble(answer.status === 412 ? words.changed : answer.status === 409 ? words.lastAdmin : words.failed)
      await members.reload()
      back()
    }
    say(words.removed(member.name), { undo: back, after: () => void forGood() })
  }
  const path = (invitation: Invitation) => ({ params: { path: { invitation_id: invitation.id } } })
  const shown = members.data?.filter(({ id }) => !removed.includes(id))
  return (
    <ListPage
      title={words.title}
      sub={shown && words.sub(shown.length, tenant.name, session.second_factor_required)}
      action={
        <Button kind="main" icon="invite" onPress={() => setInviting(true)}>
          {words.invite}
        </Button>
      }
    >
      {trouble && (
        <p class="field-error people-trouble" role="alert">
          {trouble}
        </p>
      )}
      <Gate of={members}>
        {() => (
          <PeopleList
            members={shown ?? []}
            invitations={invitations.data ?? []}
            onRoles={setChanging}
            onRemove={remove}
            onTerm={async (member) =>
              tell(await staff.POST('/api/v1/staff/people/{member_id}/second-factor-term', { params: { path: { member_id: member.id } } }), words.termRenewed(member.name))
            }
            onResend={async (each) => tell(await staff.POST('/api/v1/staff/invitations/{invitation_id}/resend', path(each)), words.resent(each.email))}
            onWithdraw={async (each) => tell(await staff.DELETE('/api/v1/staff/invitations/{invitation_id}', path(each)), words.withdrawn(each.email))}
          />
        )}
      </Gate>
      <dl class="roles-explained">
        {(['EDITOR', 'CLERK', 'ADMIN'] as const).map((role) => (
          <div key={role}>
            <dt>{t.shell.roles[role]}</dt>
            <dd>{words.explained[role]}</dd>
          </div>
        ))}
      </dl>
      <SettingsCard />
      <InviteSheet
        open={inviting}
        onClose={() => setInviting(false)}
        onSent={(email) => {
          setInviting(false)
          tell({ ok: true }, words.inviteSent(email))
        }}
      />
      {changing && (
        <RolesSheet
          member={changing}
          onClose={() => setChanging(undefined)}
          onDone={(answer) => {
            tell(answer, words.saved(changing.name))
            if (changing.you) void refresh()
            setChanging(undefined)
          }}
        />
      )}
    </ListPage>
  )
}

type Settings = components['schemas']['Settings']

/** How the staff works: who releases what. */
function SettingsCard() {
  const { t } = useWords()
  const { modules } = useSession()
  const words = t.people
  const read = useLoad('settings', () => staff.GET('/api/v1/staff/settings'))
  const { data } = read
  if (data === undefined) return null
  const change = async (part: Partial<Settings>, done: string) => {
    read.put({ ...data, ...part })
    const answer = await staff.PUT('/api/v1/staff/settings', { body: part })
    if (answer.ok) say(done)
    else await read.reload()
  }
  return (
    <div class="card four-eyes">
      <Switch
        id="four-eyes"
        label={words.fourEyes}
        help={words.fourEyesText}
        checked={data.four_eyes}
        onChange={(on) => void change({ four_eyes: on }, on ? words.fourEyesOn : words.fourEyesOff)}
      />
      {modules.includes('events') && (
        <Switch
          id="organisers-publish"
          label={words.organisersPublish}
          help={words.organisersPublishText}
          checked={data.organisers_publish}
          onChange={(on) => void change({ organisers_publish: on }, on ? words.organisersPublishOn : words.organisersPublishOff)}
        />
      )}
    </div>
  )
}
