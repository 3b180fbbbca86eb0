// SPDX-License-Identifier: EUPL-1.2
/** German words of the directory: its list, one service, sources. */

export const services = {
  title: 'Dienste',
  tabsLabel: 'Bereiche der Dienste',
  tabs: { services: 'Leistungen', offices: 'Ämter und Öffnungszeiten', top: 'Oft gesucht', sources: 'Quellen' },
}
