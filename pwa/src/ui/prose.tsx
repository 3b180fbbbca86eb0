// SPDX-License-Identifier: EUPL-1.2
/** Text as the server cleaned it (its allow-list is the only guard: never pass anything else). */

export function Prose({ html }: { html: string }) {
  return <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />
}
