// SPDX-License-Identifier: EUPL-1.2
/** Who is signed in, where, and what the role allows. Knows no page; how one signs in is signing-in/'s. */

import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Session } from '../api/staff'
import type { Bootstrap, Tenant } from '../api/types'

export type Role = 'EDITOR' | 'CLERK' | 'ADMIN'
/** What a page asks for: a role, or only to write events, be it for one organiser. */
export type Right = Role | 'ORGANISER'
export type Person = NonNullable<Session['person']>

export interface Signed {
  person: Person
  session: Session
  /** Whether the role includes it; ADMIN may do what both others may. */
  can(right: Right): boolean
  municipalities: Session['municipalities']
  tenant: Tenant
  /** What the municipality has switched on. */
  modules: string[]
  /** Public holidays of this year and the next, as days of the calendar. */
  holidays: string[]
  /** Where map tiles come from; null: there is no map. */
  map: Bootstrap['map']
  /** After a change of the own account: asks the server again. */
  refresh(): Promise<void>
  signOut(everywhere?: boolean): Promise<void>
}

export const SessionContext = createContext<Signed | undefined>(undefined)

/** Who writes for one organiser only has nothing but what is made for that. */
export function allows(person: Person, right: Right): boolean {
  if (right === 'ORGANISER') return person.roles.includes('EDITOR') || person.roles.includes('ADMIN')
  return person.organiser === null && (person.roles.includes(right) || person.roles.includes('ADMIN'))
}

export function useSession(): Signed {
  const signed = useContext(SessionContext)
  if (signed === undefined) throw new Error('useSession outside of a signed-in page')
  return signed
}
