// SPDX-License-Identifier: EUPL-1.2
/** A home screen with the app's icon among others. */

import type { Tenant } from '../api/types'

const others: [number, number][] = [
  [56, 70],
  [150, 70],
  [244, 70],
  [56, 160],
  [244, 160],
]

export function PhonePicture({ tenant, label }: { tenant: Tenant; label: string }) {
  const name = tenant.name.length > 20 ? `${tenant.name.slice(0, 19)}…` : tenant.name
  return (
    <svg class="phone-picture" viewBox="0 0 720 364" role="img" aria-label={label}>
      <g transform="translate(210 0)">
        <path class="phone-body" d="M-14 370V92a52 52 0 0 1 52-52h224a52 52 0 0 1 52 52v278" />
        <rect class="phone-tile" x="98" y="58" width="104" height="14" rx="7" />
        <g transform="translate(-16 30)">
          {others.map(([x, y]) => (
            <rect key={`${x}.${y}`} class="phone-tile" x={x - 28} y={y} width="62" height="62" rx="15" />
          ))}
        </g>
        <rect class="phone-ring" x="94" y="163" width="112" height="112" rx="32" />
        <rect class="phone-app" x="106" y="175" width="88" height="88" rx="20" />
        <text class="phone-initials" x="150" y="231" text-anchor="middle">
          {tenant.initials}
        </text>
        <text class="phone-name" x="150" y="305" text-anchor="middle">
          {name}
        </text>
      </g>
    </svg>
  )
}
