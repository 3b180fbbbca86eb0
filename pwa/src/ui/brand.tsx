// SPDX-License-Identifier: EUPL-1.2
/** Arms and name of the municipality. The arms (its own picture, else a shield with initials) are decoration: the name stands beside them. */

import { Fragment } from 'preact'

/** "Wiesenburg/Mark" may break after the stroke, where no browser breaks by itself. */
export function Name({ of }: { of: string }) {
  return (
    <>
      {of.split('/').map((part, index) => (
        <Fragment key={index}>
          {index > 0 && (
            <>
              /<wbr />
            </>
          )}
          {part}
        </Fragment>
      ))}
    </>
  )
}

interface Props {
  arms: string | null
  initials: string
  class?: string
}

export function Arms({ arms, initials, class: extra = '' }: Props) {
  if (arms !== null) return <img class={`arms ${extra}`} src={arms} alt="" width={40} height={46} />
  return (
    <svg class={`arms ${extra}`} viewBox="0 0 40 46" aria-hidden="true" focusable="false">
      <path class="arms-rim" d="M1 1h38v24.5c0 9.4-7.4 15.6-19 19.5C8.4 41.1 1 34.9 1 25.5z" />
      <path class="arms-field" d="M3 3h34v22.3c0 8.3-6.5 13.8-17 17.5C9.5 39.1 3 33.6 3 25.3z" />
      <path class="arms-line" d="M6 6h28v19c0 6.8-5.2 11.3-14 14.5C11.2 36.3 6 31.8 6 25z" />
      <text x="20" y="25.5" text-anchor="middle">
        {initials}
      </text>
    </svg>
  )
}
