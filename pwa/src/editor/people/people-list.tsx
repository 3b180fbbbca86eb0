// SPDX-License-Identifier: EUPL-1.2
/** People as a table, on a phone as rows; both say the same. */

import type { components } from '../../api/schema'
import { dayWords, momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { Avatar } from '../ui/avatar'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { MoreMenu, type MenuItem } from '../ui/menu'
import { useRoom } from '../ui/room'

export type Member = components['schemas']['Member']
export type Invitation = components['schemas']['Invitation']

interface Props {
  members: Member[]
  invitations: Invitation[]
  onRoles(member: Member): void
  onRemove(member: Member): void
  onTerm(member: Member): void
  onResend(invitation: Invitation): void
  onWithdraw(invitation: Invitation): void
}

function Roles({ of, organiser }: { of: string[]; organiser: Member['organiser'] }) {
  const { t } = useWords()
  const names: Record<string, string> = t.shell.roles
  return (
    <span class="badges">
      {['EDITOR', 'CLERK', 'ADMIN']
        .filter((role) => of.includes(role))
        .map((role) => (
          <Badge key={role} tone={role === 'ADMIN' ? 'brand' : 'neutral'}>
            {names[role]}
          </Badge>
        ))}
      {organiser && <Badge icon="cal">{t.people.onlyFor(organiser.name)}</Badge>}
    </span>
  )
}

function Factor({ of }: { of: Member }) {
  const { t, language } = useWords()
  const words = t.people
  if (of.second_factor)
    return (
      <span class="factor-state good">
        <Icon name="safe" size={18} />
        <span>{words.factorOn}</span>
      </span>
    )
  const due = of.second_factor_due === null ? null : new Date(of.second_factor_due)
  return (
    <span class={`factor-state${due ? ' missing' : ' muted'}`}>
      <Icon name="unsafe" size={18} />
      <span>{due === null ? words.factorOff : due < new Date() ? words.factorOver : words.factorDue(dayWords(due, new Date(), language))}</span>
    </span>
  )
}

export function PeopleList(props: Props) {
  const { t, language } = useWords()
  const words = t.people
  const phone = useRoom('phone')
  const now = new Date()
  const seen = ({ you, last_seen_at }: Member) => {
    if (you) return words.now
    if (last_seen_at === null) return words.never
    return momentWords(new Date(last_seen_at), now, language)
  }
  const menu = (member: Member): MenuItem[] => [
    { label: words.changeRoles, icon: 'id', onSelect: () => props.onRoles(member) },
    ...(member.second_factor_due !== null ? [{ label: words.renewTerm, icon: 'clock' as const, onSelect: () => props.onTerm(member) }] : []),
    ...(member.you ? [] : [{ label: words.remove, icon: 'bin' as const, onSelect: () => props.onRemove(member) }]),
  ]
  const invited = (each: Invitation) => {
    const when = dayWords(new Date(each.created_at), now, language)
    return each.expired ? words.expired(when) : words.invited(when, Math.ceil((Date.parse(each.expires_at) - now.getTime()) / 86_400_000))
  }
  const nameOf = (member: Member) => (
    <>
      <strong>{member.name}</strong>
      <span class="muted">{member.you ? `${member.email}, ${words.you}` : member.email}</span>
    </>
  )
  const invitedName = (each: Invitation) => (
    <>
      <strong>{each.email}</strong>
      <span class="muted">{[each.name, invited(each)].filter(Boolean).join(' · ')}</span>
    </>
  )
  const resend = (each: Invitation) => (
    <Button small kind="plain" label={`${words.resend}: ${each.email}`} onPress={() => props.onResend(each)}>
      {words.resend}
    </Button>
  )
  const withdraw = (each: Invitation) => (
    <MoreMenu label={t.shell.moreFor(each.email)} items={[{ label: words.withdraw, icon: 'bin', onSelect: () => props.onWithdraw(each) }]} />
  )
  if (phone)
    return (
      <ul class="rows people-rows" role="list">
        {props.members.map((member) => (
          <li key={member.id} class="row">
            <Avatar name={member.name} />
            <div class="row-words person-name">{nameOf(member)}</div>
            <MoreMenu label={t.shell.moreFor(member.name)} items={menu(member)} />
            <div class="person-more">
              <Roles of={member.roles} organiser={member.organiser} />
              <Factor of={member} />
              <span class="muted">
                {words.seen}: {seen(member)}
              </span>
            </div>
          </li>
        ))}
        {props.invitations.map((each) => (
          <li key={each.id} class="row">
            <Avatar name={each.email} icon="mail" />
            <div class="row-words person-name">{invitedName(each)}</div>
            {withdraw(each)}
            <div class="person-more">
              <Roles of={each.roles} organiser={each.organiser} />
              {resend(each)}
            </div>
          </li>
        ))}
      </ul>
    )
  return (
    <table class="rows people-table">
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.may}</th>
          <th scope="col">{words.factor}</th>
          <th scope="col">{words.seen}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {props.members.map((member) => (
          <tr key={member.id}>
            <th scope="row">
              <span class="person-cell">
                <Avatar name={member.name} />
                <span class="person-name">{nameOf(member)}</span>
              </span>
            </th>
            <td>
              <Roles of={member.roles} organiser={member.organiser} />
            </td>
            <td>
              <Factor of={member} />
            </td>
            <td class="muted">{seen(member)}</td>
            <td class="people-menu">
              <MoreMenu label={t.shell.moreFor(member.name)} items={menu(member)} />
            </td>
          </tr>
        ))}
        {props.invitations.map((each) => (
          <tr key={each.id}>
            <th scope="row">
              <span class="person-cell">
                <Avatar name={each.email} icon="mail" />
                <span class="person-name">{invitedName(each)}</span>
              </span>
            </th>
            <td>
              <Roles of={each.roles} organiser={each.organiser} />
            </td>
            <td class="muted">–</td>
            <td>{resend(each)}</td>
            <td class="people-menu">{withdraw(each)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
