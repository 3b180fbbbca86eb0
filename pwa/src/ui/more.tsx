// SPDX-License-Identifier: EUPL-1.2
/** The button that continues a list that shows page after page: gone once the last page is there. Knows no words. */

interface Props {
  /** How the page stands that was asked for last; the first page counts as there. */
  last: { data?: unknown; state: string; nextPage?: number | null | undefined }
  pages: number
  /** What it says at rest, and while that page is on its way. */
  words: readonly [string, string]
  onMore(): void
}

export function More({ last, pages, words: [rest, busy], onMore }: Props) {
  const loading = pages > 1 && last.data === undefined && (last.state === 'loading' || last.state === 'revalidating')
  if (pages > 1 && (last.data === undefined ? !loading : last.nextPage == null)) return null
  return (
    <button type="button" class="kern-btn kern-btn--secondary kern-btn--block more" aria-busy={loading} onClick={() => !loading && onMore()}>
      <span class="kern-label">{loading ? busy : rest}</span>
    </button>
  )
}
