// SPDX-License-Identifier: EUPL-1.2
/** What went wrong while signing in, in words. Pure. */

import type { Answer } from '../../api/staff'
import type { Words } from '../i18n'

type Refused = Exclude<Answer<unknown>, { ok: true }>

/** The sentence for a refusal; `wrong` when what was typed is not right. */
export function sentence(answer: Refused, t: Words, wrong: string): string {
  const words = t.signingIn
  if (answer.unreachable) return words.unreachable
  const { problem, status } = answer
  if (problem.code === 'second-factor-overdue') return words.overdue
  if (status === 429) return words.tooMany(words.inMinutes(Math.ceil((answer.retryAfter ?? 60) / 60)))
  if (status === 401 || status === 403 || status === 422) return wrong
  return words.failed
}

/** Why a password is refused, or undefined when something else is. */
export function passwordFault(answer: Refused, t: Words): string | undefined {
  if (answer.unreachable || answer.status !== 422) return undefined
  const faults = answer.problem.errors?.['password']
  if (faults === undefined) return undefined
  return /length/.test(String(faults)) ? t.signingIn.passwordShort : t.signingIn.passwordIsMail
}
