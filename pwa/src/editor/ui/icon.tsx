// SPDX-License-Identifier: EUPL-1.2
/** The staff's icons: the resident's set and what only a work place needs, in the same hand (24 grid, stroke 1.75). */

import { Icon as SharedIcon, type IconName as SharedName } from '../../ui/icon'

const shapes = {
  write: '<path d="m4.4 19.6.9-4L15.6 5.3a2 2 0 0 1 2.8 0l.3.3a2 2 0 0 1 0 2.8L8.4 18.7z"/><path d="M13.4 19.8h6.4"/>',
  stamp: '<path d="M9.6 13.6c.6-2-.9-3.8-.9-6a3.3 3.3 0 0 1 6.6 0c0 2.2-1.5 4-.9 6z"/><path d="M9.6 13.6H7a2.4 2.4 0 0 0-2.4 2.4v1h14.8v-1a2.4 2.4 0 0 0-2.4-2.4h-2.6M5.4 20.2h13.2"/>',
  plug: '<path d="m4 20 3-3M20 4l-3 3M8.6 9.4l6 6-1.8 1.8a4.2 4.2 0 0 1-6-6zM10.8 13.2l2-2M12.8 15.2l2-2M11.4 6.8l1.8-1.8a4.2 4.2 0 0 1 6 6l-1.8 1.8z"/>',
  people: '<circle cx="9" cy="8.2" r="3.2"/><path d="M3 19.4a6 6 0 0 1 12 0M15.4 5.4a3.2 3.2 0 0 1 0 5.6M17.4 14.4a6 6 0 0 1 3.6 5"/>',
  invite: '<circle cx="10" cy="8" r="3.4"/><path d="M3.8 19.8a6.4 6.4 0 0 1 10-5.2M17.6 14.4v5.6M14.8 17.2h5.6"/>',
  log: '<path d="M7 4.4h10.2a2.2 2.2 0 0 1 2.2 2.2v2.2h-4.2M15.2 8.8v8.8a2.2 2.2 0 0 1-2.2 2.2H5.8a2.2 2.2 0 0 0 2.2-2.2V6.6a2.2 2.2 0 0 0-4.4 0v2.2H8M10.6 9.6h2M10.6 13.2h2"/>',
  keyboard: '<rect x="3" y="6" width="18" height="12" rx="2"/><path d="M6.6 9.8v.1M10.2 9.8v.1M13.8 9.8v.1M17.4 9.8v.1M6.6 13v.1M17.4 13v.1M9.4 14.6h5.2"/>',
  eye: '<path d="M2.8 12S6.2 5.8 12 5.8 21.2 12 21.2 12 17.8 18.2 12 18.2 2.8 12 2.8 12z"/><circle cx="12" cy="12" r="2.6"/>',
  hidden: '<path d="M4.4 4.4 19.6 19.6M9.8 6.1a8.6 8.6 0 0 1 2.2-.3c5.8 0 9.2 6.2 9.2 6.2a15 15 0 0 1-2.6 3.3M6.2 7.6A14 14 0 0 0 2.8 12s3.4 6.2 9.2 6.2a8.8 8.8 0 0 0 4-1M10.2 10.2a2.6 2.6 0 0 0 3.6 3.6"/>',
  history: '<path d="M4 5v4.4h4.4M4.4 9.2A8.2 8.2 0 1 1 3.8 12M12 7.6V12l3 2"/>',
  undo: '<path d="M8.4 4.6 4 9l4.4 4.4M4.4 9h9.2a5.4 5.4 0 0 1 0 10.8h-3"/>',
  redo: '<path d="M15.6 4.6 20 9l-4.4 4.4M19.6 9h-9.2a5.4 5.4 0 0 0 0 10.8h3"/>',
  numbers: '<path d="M10 6.6h10M10 12h10M10 17.4h10M4.4 5.4 5.6 4.6v4M4.2 13.4c0-1 .6-1.4 1.2-1.4.8 0 1.2.5 1.2 1 0 1-2.4 2-2.4 3h2.6M4.4 18.6"/>',
  quote: '<path d="M10 7.4H5.2v5.2H10zM10 12.6c0 2.4-1.2 3.8-3.4 4.4M19 7.4h-4.8v5.2H19zM19 12.6c0 2.4-1.2 3.8-3.4 4.4"/>',
  link: '<path d="M10 14a4 4 0 0 0 5.8.2l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-5.8-.2l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2"/>',
  down: '<path d="m6 9.4 6 6 6-6"/>',
  both: '<path d="m8 9 4-4 4 4M8 15l4 4 4-4"/>',
  safe: '<path d="M12 3.8 19 6v6c0 4.2-2.8 7-7 8.6C7.8 19 5 16.2 5 12V6z"/><path d="m9 12 2.2 2.2L15.2 10"/>',
  unsafe: '<path d="M12 3.8 19 6v6c0 4.2-2.8 7-7 8.6C7.8 19 5 16.2 5 12V6z"/><path d="M12 8.4v4.2M12 15.4v.1"/>',
  leave: '<path d="M14 4.6H6v14.8h8M10.6 12h9.4M16.6 8.4 20.2 12l-3.6 3.6"/>',
  feed: '<path d="M5 11.4a8 8 0 0 1 8 8M5 5.4a14 14 0 0 1 14 14M5.6 18.8v.1"/>',
  alert: '<circle cx="12" cy="12" r="8.4"/><path d="M12 7.8v5M12 15.9v.1"/>',
  done: '<circle cx="12" cy="12" r="8.4"/><path d="m8.4 12.2 2.6 2.6 4.8-5"/>',
  swap: '<path d="M4.4 8.4h13.2M14.4 5l3.4 3.4-3.4 3.4M19.6 15.6H6.4M9.6 12.2l-3.4 3.4L9.6 19"/>',
  computer: '<rect x="4.6" y="5" width="14.8" height="10.4" rx="1.6"/><path d="M2.8 18.6h18.4"/>',
  upload: '<path d="M12 16V4.6M7.6 8.8 12 4.4l4.4 4.4M4.6 15.6v3.8h14.8v-3.8"/>',
  download: '<path d="M12 4.6V16M7.6 11.8l4.4 4.4 4.4-4.4M4.6 15.6v3.8h14.8v-3.8"/>',
  crop: '<path d="M7 3.4V17h13.6M3.4 7H17v13.6"/>',
  noimage: '<path d="M4.4 4.4 19.6 19.6M8.8 5H18a2 2 0 0 1 2 2v8.4M17.6 19H6a2 2 0 0 1-2-2V6.8M4.6 16.8l4.6-4.2 4.4 4"/>',
  focus: '<circle cx="12" cy="12" r="7.4"/><circle cx="12" cy="12" r="2"/>',
  print: '<path d="M7 9V4.4h10V9M7 17.4H4.4V9h15.2v8.4H17M7 14.4h10v5.4H7z"/>',
  broken: '<path d="M4 5h9l-1.6 4 3 2.4-2 3.2 1.2 4.4H6a2 2 0 0 1-2-2zM16.6 5H18a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-.8"/>',
  split: '<rect x="4" y="5" width="16" height="14" rx="2"/><path d="M12 5v14"/>',
  unlink: '<path d="m18.6 12.6 1-1a4.2 4.2 0 0 0-6-6l-1 1M5.4 11.4l-1 1a4.2 4.2 0 0 0 6 6l1-1M8 3.6V6M3.6 8H6M16 20.4V18M20.4 16H18"/>',
  larger: '<circle cx="10.8" cy="10.8" r="6.2"/><path d="m15.4 15.4 4.6 4.6M8.2 10.8h5.2M10.8 8.2v5.2"/>',
  square: '<rect x="5" y="5" width="14" height="14" rx="1.6"/>',
  lock: '<rect x="5.4" y="10.6" width="13.2" height="9" rx="1.8"/><path d="M8.4 10.4V8a3.6 3.6 0 0 1 7.2 0v2.4"/>',
  inbox: '<path d="M4 13.4 6.6 5.6h10.8l2.6 7.8v5.2H4z"/><path d="M4.2 13.4h4.4a3.4 3.4 0 0 0 6.8 0h4.4"/>',
  answer: '<path d="M20 11.6a7.6 7.6 0 0 1-11.2 6.7L4.4 19.6l1.3-4.2A7.6 7.6 0 1 1 20 11.6z"/><path d="M11 8.6 8.4 11.2l2.6 2.6M8.6 11.2h4.6a2.4 2.4 0 0 1 2.4 2.4v.6"/>',
  forward: '<path d="M15 5.6 20 10.4l-5 4.8M19.6 10.4H9.4a5 5 0 0 0-5 5v2.8"/>',
  up: '<path d="m6 14.6 6-6 6 6"/>',
  settings: '<path d="M4 7h8.4M17.6 7H20M4 17h2.4M11.6 17H20"/><circle cx="15" cy="7" r="2.6"/><circle cx="9" cy="17" r="2.6"/>',
  off: '<circle cx="12" cy="12" r="8.2"/><path d="M6.2 6.2l11.6 11.6"/>',
  door: '<path d="M6.6 20.2V5.2a1.4 1.4 0 0 1 1.4-1.4h8a1.4 1.4 0 0 1 1.4 1.4v15M3.8 20.2h16.4M13.9 12v.1"/>',
  grip: '<path d="M9 6v.1M15 6v.1M9 12v.1M15 12v.1M9 18v.1M15 18v.1" stroke-width="2.4"/>',
  machine: '<rect x="6.4" y="6.4" width="11.2" height="11.2" rx="1.6"/><path d="M9.6 3.4v3M14.4 3.4v3M9.6 17.6v3M14.4 17.6v3M3.4 9.6h3M3.4 14.4h3M17.6 9.6h3M17.6 14.4h3"/>',
} as const

type OwnName = keyof typeof shapes
export type IconName = SharedName | OwnName

interface Props {
  name: IconName
  size?: 16 | 18 | 20 | 24 | 36
  class?: string
}

export function Icon({ name, size = 20, class: extra = '' }: Props) {
  const look = `i-${size} ${extra}`
  if (!(name in shapes)) return <SharedIcon name={name as SharedName} class={look} />
  return (
    <svg
      class={`icon ${look}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      dangerouslySetInnerHTML={{ __html: shapes[name as OwnName] }}
    />
  )
}
