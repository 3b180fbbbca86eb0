// SPDX-License-Identifier: EUPL-1.2
/** Whether the town hall still waits for the reporter's answer. Pure. */

import type { OwnReport } from '../../api/types'

/** The open question that nothing has been said to; the town hall may take more than one answer to it. */
export function unanswered({ question, history }: Pick<OwnReport, 'question'> & { history: Pick<OwnReport['history'][number], 'kind' | 'mine'>[] }): boolean {
  const asked = history.map(({ kind }) => kind).lastIndexOf('question')
  return question !== null && !history.slice(asked + 1).some(({ kind, mine }) => mine && kind === 'reply')
}
