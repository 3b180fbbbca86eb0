// SPDX-License-Identifier: EUPL-1.2
/** The icon set: 24 grid, stroke 1.75. Words carry the meaning, icons only help to find them. */

const shapes = {
  home: '<path d="M4 11.2 12 4.5l8 6.7V19a1.2 1.2 0 0 1-1.2 1.2H5.2A1.2 1.2 0 0 1 4 19z"/><path d="M9.8 20v-5.4h4.4V20"/>',
  news: '<path d="M4.2 5.2h12.6v13a1.8 1.8 0 0 0 1.8 1.8H6a1.8 1.8 0 0 1-1.8-1.8z"/><path d="M16.8 9.2h3v9a1.6 1.6 0 0 1-1.4 1.8"/><path d="M7.6 9h5.8M7.6 12.6h5.8M7.6 16.2h3.6"/>',
  cal: '<rect x="4" y="5.6" width="16" height="14.4" rx="2"/><path d="M4 10.2h16M8.4 3.6v3.6M15.6 3.6v3.6"/>',
  report: '<path d="M12 20.6s-6.6-5.5-6.6-10.4a6.6 6.6 0 0 1 13.2 0c0 4.9-6.6 10.4-6.6 10.4z"/><path d="M12 7v3.8M12 13.4v.1"/>',
  services: '<path d="M4 20.2h16M5.6 20V9.8M18.4 20V9.8M9.9 20v-7.6M14.1 20v-7.6M3.8 9.6 12 4.4l8.2 5.2z"/>',
  menu: '<path d="M4.5 7h15M4.5 12h15M4.5 17h15"/>',
  search: '<circle cx="10.8" cy="10.8" r="6.2"/><path d="m15.4 15.4 4.6 4.6"/>',
  chev: '<path d="m9.5 5.5 6.5 6.5-6.5 6.5"/>',
  back: '<path d="M14.5 5.5 8 12l6.5 6.5"/>',
  close: '<path d="m6 6 12 12M18 6 6 18"/>',
  check: '<path d="m5 12.6 4.6 4.6L19 7.4"/>',
  share: '<path d="M12 14.6V4M8.2 7.6 12 3.9l3.8 3.7"/><path d="M7 11H5.6v9h12.8v-9H17"/>',
  pin: '<path d="M12 20.6s-6.6-5.5-6.6-10.4a6.6 6.6 0 0 1 13.2 0c0 4.9-6.6 10.4-6.6 10.4z"/><circle cx="12" cy="10.2" r="2.4"/>',
  clock: '<circle cx="12" cy="12" r="8.2"/><path d="M12 7.2V12l3.2 2.2"/>',
  phone: '<path d="M6.2 4.2h3l1.4 4-2 1.5a11.5 11.5 0 0 0 5.7 5.7l1.5-2 4 1.4v3a1.8 1.8 0 0 1-2 1.8C11.2 19 5 12.8 4.4 6.2a1.8 1.8 0 0 1 1.8-2z"/>',
  mail: '<rect x="3.8" y="5.6" width="16.4" height="12.8" rx="2"/><path d="m4.4 7.4 7.6 5.8 7.6-5.8"/>',
  camera: '<path d="M4 8.6h3.6l1.6-2.8h5.6l1.6 2.8H20V19H4z"/><circle cx="12" cy="13.4" r="3.3"/>',
  image: '<rect x="4" y="5" width="16" height="14" rx="2"/><circle cx="9" cy="9.8" r="1.5"/><path d="m4.4 17 4.8-4.4 3 2.6 3.4-3.6 4.2 4"/>',
  locate: '<circle cx="12" cy="12" r="6.4"/><circle cx="12" cy="12" r="1.6"/><path d="M12 2.8v3M12 18.2v3M2.8 12h3M18.2 12h3"/>',
  bell: '<path d="M6.2 16.6V11a5.8 5.8 0 0 1 11.6 0v5.6l1.6 1.8H4.6z"/><path d="M10 20.4a2.2 2.2 0 0 0 4 0"/>',
  moon: '<path d="M19.6 14.4A8 8 0 0 1 9.6 4.4a8 8 0 1 0 10 10z"/>',
  sun: '<circle cx="12" cy="12" r="3.8"/><path d="M12 3.4v2M12 18.6v2M3.4 12h2M18.6 12h2M5.9 5.9l1.4 1.4M16.7 16.7l1.4 1.4M5.9 18.1l1.4-1.4M16.7 7.3l1.4-1.4"/>',
  install: '<rect x="6.4" y="3.6" width="11.2" height="16.8" rx="2.2"/><path d="M12 7.8v6M9.4 11.4 12 14l2.6-2.6M10.6 17.4h2.8"/>',
  info: '<circle cx="12" cy="12" r="8.2"/><path d="M12 11.2v5M12 8v.1"/>',
  warn: '<path d="M12 4.2 21 19.6H3z"/><path d="M12 10v4.6M12 16.9v.1"/>',
  lamp: '<path d="M8 20.4h4M10 20.4V6.8a2.8 2.8 0 0 1 2.8-2.8h3"/><path d="M13.6 8.4a2.9 2.9 0 0 1 5.8 0zM15.2 11.4l-.6 1.6M17.8 11.4l.6 1.6"/>',
  road: '<path d="M8.2 4.4 4.4 19.6M15.8 4.4l3.8 15.2M12 4.8v2.6M12 10.6v2.8M12 16.6v3"/>',
  tree: '<path d="M12 20.6v-7M12 3.6l4.6 6h-2.4l3.6 5.4H6.2L9.8 9.6H7.4z"/>',
  bin: '<path d="M5 7.2h14M9.4 7V4.8h5.2V7M6.6 7.2l.9 13h9l.9-13M10.2 10.8v6M13.8 10.8v6"/>',
  play: '<path d="M4 20.2 8.2 6h7.6L20 20.2M6.8 6h10.4M10.4 6v7.8M13.6 6v7.8M9.6 14h4.8"/>',
  sign: '<path d="M12 3.6v17M12 5.6h6.4l2 2.2-2 2.2H12M12 11.4H6l-2 2.1 2 2.1h6"/>',
  water: '<path d="M12 3.8c3.2 4 5.4 6.8 5.4 10a5.4 5.4 0 0 1-10.8 0c0-3.2 2.2-6 5.4-10z"/><path d="M9.4 14.2a2.7 2.7 0 0 0 2.2 2.5"/>',
  bus: '<rect x="4.8" y="4.6" width="14.4" height="13" rx="2"/><path d="M4.8 12.4h14.4M7.6 17.8v2.4M16.4 17.8v2.4M8 15.2v.1M16 15.2v.1"/>',
  dots: '<path d="M6 12v.1M12 12v.1M18 12v.1" stroke-width="2.6"/>',
  id: '<rect x="3.6" y="5.8" width="16.8" height="12.4" rx="2"/><circle cx="8.6" cy="11" r="1.9"/><path d="M5.8 15.6a2.9 2.9 0 0 1 5.6 0M14 10h3.6M14 13.4h3.6"/>',
  house: '<path d="M3.6 11.4 12 4.6l8.4 6.8M5.8 10v10h12.4V10"/><path d="M10 20v-5h4v5"/>',
  family: '<circle cx="8.4" cy="7.4" r="2.6"/><circle cx="16.6" cy="10" r="1.9"/><path d="M3.8 19.8v-2.4a4.6 4.6 0 0 1 9.2 0v2.4M14.2 15.6a3.4 3.4 0 0 1 6 2.2v2"/>',
  school: '<path d="M2.8 9.4 12 5l9.2 4.4L12 13.8z"/><path d="M6.6 11.4v5c1.6 1.3 3.4 2 5.4 2s3.8-.7 5.4-2v-5M21.2 9.6v5.4"/>',
  car: '<path d="M4 16.8v-4.4l2-5.2a1.5 1.5 0 0 1 1.4-1h9.2a1.5 1.5 0 0 1 1.4 1l2 5.2v4.4zM4.4 12h15.2M6 16.8v2.4M18 16.8v2.4M7.4 14.4v.1M16.6 14.4v.1"/>',
  heart: '<path d="M12 19.8S4.2 15.2 4.2 9.6A4.2 4.2 0 0 1 12 7.4a4.2 4.2 0 0 1 7.8 2.2c0 5.6-7.8 10.2-7.8 10.2z"/>',
  candle: '<path d="M9.2 20.4V11h5.6v9.4M6.6 20.4h10.8M12 11V9M12 3.4c1.4 1.5 1.8 2.4 1.8 3.3a1.8 1.8 0 0 1-3.6 0c0-.9.4-1.8 1.8-3.3z"/>',
  shop: '<path d="M4.6 9.6 6 4.6h12l1.4 5M5.6 11.6v8.6h12.8v-8.6"/><path d="M4.6 9.6a2.47 2.47 0 0 0 4.93 0 2.47 2.47 0 0 0 4.94 0 2.47 2.47 0 0 0 4.93 0zM10 20v-4.6h4V20"/>',
  build: '<path d="M4 20.2h16M6 20V8.6L14 4.4v15.8M14 10.4l4 1.6v8M9 10.8v.1M9 14v.1M9 17.2v.1"/>',
  coins: '<ellipse cx="12" cy="7" rx="7" ry="3"/><path d="M5 7v5c0 1.7 3.1 3 7 3s7-1.3 7-3V7M5 12v5c0 1.7 3.1 3 7 3s7-1.3 7-3v-5"/>',
  plane: '<path d="M3.8 12.6 20.2 4.4l-5.6 15.8-3.4-6.4z"/><path d="m11.2 13.8 4-4.4"/>',
  ext: '<path d="M13.6 4.6h5.8v5.8M19.2 4.8l-8.4 8.4"/><path d="M10 6.4H5v12.6h12.6v-5"/>',
  offline: '<path d="M3.6 9.4a13 13 0 0 1 4.2-2.6M20.4 9.4a13 13 0 0 0-8-3.4M6.6 13a8.6 8.6 0 0 1 3.6-2.1M17.4 13a8.6 8.6 0 0 0-1.8-1.3M12 18.4v.1M9.6 16a4 4 0 0 1 4.4-.6M4.4 3.8l15.2 16.4"/>',
  refresh: '<path d="M19.4 11a7.6 7.6 0 0 0-13.6-3.4L4.2 9.6M4.6 13a7.6 7.6 0 0 0 13.6 3.4l1.6-2M4.2 5v4.6h4.6M19.8 19v-4.6h-4.6"/>',
  filter: '<path d="M4 7h16M7 12h10M10 17h4"/>',
  map: '<path d="m3.8 6.6 5.4-2.2 5.6 2.2 5.4-2.2v13l-5.4 2.2-5.6-2.2-5.4 2.2zM9.2 4.4v13M14.8 6.6v13"/>',
  list: '<path d="M8.6 6.6h11M8.6 12h11M8.6 17.4h11M4.6 6.6v.1M4.6 12v.1M4.6 17.4v.1"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  user: '<circle cx="12" cy="8" r="3.6"/><path d="M5 19.8a7 7 0 0 1 14 0"/>',
  euro: '<path d="M18 6.6a7 7 0 1 0 0 10.8M4 10.4h9M4 13.6h8"/>',
  doc: '<path d="M6 3.8h8l4 4v12.4H6z"/><path d="M14 3.8v4h4M9 12h6M9 15.6h6"/>',
  flag: '<path d="M5.6 20.6V4.4M5.6 5h12.2l-2.4 4 2.4 4H5.6"/>',
  sofa: '<path d="M5 12V8.4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2V12M3.6 12.6a1.7 1.7 0 0 1 3.4 0v2h10v-2a1.7 1.7 0 0 1 3.4 0v5H3.6zM6 17.6v1.8M18 17.6v1.8"/>',
  ticket: '<path d="M4 8.6V6.4h16v2.2a3.4 3.4 0 0 0 0 6.8v2.2H4v-2.2a3.4 3.4 0 0 0 0-6.8zM14.4 6.6v1.6M14.4 11v2M14.4 15.8v1.6"/>',
  lang: '<path d="M4 6.4h9M8.5 4.2v2.2M11.2 6.4c-.8 3.6-3.2 6.2-6.6 7.8M6 9.4c1 1.9 2.9 3.5 5.4 4.6M12 20.2l4-9.6 4 9.6M13.4 17h5.2"/>',
  easy: '<path d="M12 7.4C10 5.8 7.4 5.4 4 5.6v12.6c3.4-.2 6 .2 8 1.8 2-1.6 4.6-2 8-1.8V5.6c-3.4-.2-6 .2-8 1.8zM12 7.4V20"/>',
  shield: '<path d="M12 3.8 19 6v6c0 4.2-2.8 7-7 8.6C7.8 19 5 16.2 5 12V6z"/>',
  access: '<circle cx="12" cy="12" r="8.6"/><path d="M12 7.2v.1M7.6 10.2l4.4.8 4.4-.8M12 11v3l-2.2 4M12 14l2.2 4"/>',
  cloudup: '<path d="M7.4 18.4a4 4 0 0 1-.4-8 5.4 5.4 0 0 1 10.3 1 3.6 3.6 0 0 1-.5 7M12 20.2v-7M9.2 15.6 12 12.8l2.8 2.8"/>',
  key: '<circle cx="8" cy="14.8" r="3.8"/><path d="m10.8 12 8-7.8M15.6 7.4l2.6 2.6M13 9.8l1.8 1.8"/>',
  copy: '<rect x="8.4" y="8.4" width="11.2" height="11.8" rx="2"/><path d="M15.6 5.6V4H4.6v11.8h1.8"/>',
  thumb: '<path d="M7.6 20V10.6l3.8-6.8c1.5 0 2.3 1 2 2.6l-.6 3.4h5.4a1.7 1.7 0 0 1 1.7 2l-1.2 6.6a1.9 1.9 0 0 1-1.9 1.6zM7.6 10.6H4V20h3.6"/>',
}

export type IconName = keyof typeof shapes

/** A tenant file may name an icon this build does not know; then the neutral one stands in. */
export function iconNamed(name: string): IconName {
  return name in shapes ? (name as IconName) : 'info'
}

export function Icon({ name, size = 24, class: extra = '' }: { name: IconName; size?: 17 | 20 | 24 | 32; class?: string }) {
  return (
    <svg
      class={`icon icon-${size} ${extra}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      dangerouslySetInnerHTML={{ __html: shapes[name] }}
    />
  )
}
