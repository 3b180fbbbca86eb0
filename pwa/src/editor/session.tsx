// SPDX-License-Identifier: EUPL-1.2
/** Who is signed in, where, and what the role allows. Knows no page; how one signs in is signing-in/'s. */

import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Session } from '../api/staff'
import type { Tenant } from '../api/types'

export type Role = 'EDITOR' | 'CLERK' | 'ADMIN'
export type Person = NonNullable<Session['person']>

export interface Signed {
  person: Person
  session: Session
  /** Whether the role includes it; ADMIN may do what both others may. */
  can(role: Role): boolean
  municipalities: Session['municipalities']
  tenant: Tenant
  /** What the municipality has switched on. */
  modules: string[]
  /** After a change of the own account: asks the server again. */
  refresh(): Promise<void>
  signOut(everywhere?: boolean): Promise<void>
}

export const SessionContext = createContext<Signed | undefined>(undefined)

export function allows(person: Person, role: Role): boolean {
  return person.roles.includes(role) || person.roles.includes('ADMIN')
}

export function useSession(): Signed {
  const signed = useContext(SessionContext)
  if (signed === undefined) throw new Error('useSession outside of a signed-in page')
  return signed
}
