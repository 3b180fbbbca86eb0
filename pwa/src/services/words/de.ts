// SPDX-License-Identifier: EUPL-1.2
/** The words of the directory's lists and of its search in German. Only who opens the directory loads them. */

export const de = {
  title: 'Dienste',
  search: 'Dienst suchen',
  placeholder: 'Umzug, Hund, Geburt …',
  often: 'Oft gesucht',
  about: 'Worum geht es?',
  all: 'Alle Dienste von A bis\u00a0Z',
  allTitle: 'Dienste von A bis\u00a0Z',
  letters: 'Buchstaben',
  offices: 'Ämter und Öffnungszeiten',
  kept: 'Gemerkte Dienste',
  services: (count: number) => (count === 1 ? 'Ein Dienst' : `${count} Dienste`),
  online: 'Online möglich',
  alsoCalled: (name: string) => `Auch: ${name}`,
  found: (count: number, query: string) => (count === 1 ? `Ein Treffer für „${query}“` : `${count} Treffer für „${query}“`),
  similar: (query: string) => `Nichts heißt genau „${query}“. Meinten Sie einen davon?`,
  foundServices: 'Dienste',
  foundOffices: 'Ämter',
  further: 'Weitere Treffer zeigen',
  everywhere: 'Auch in Nachrichten, Terminen und Seiten suchen',
  offline: 'Ohne Netz stehen hier nur Dienste und Ämter.',
  noneTitle: 'Keine Treffer',
  none: (query: string) => `Für „${query}“ gibt es hier keinen Dienst. Versuchen Sie ein anderes Wort, oder schauen Sie von A bis Z.`,
  call: 'Verwaltung anrufen',
  notFound: 'Nicht gefunden?',
  emptyTitle: 'Noch keine Dienste',
  empty: 'Sobald die Gemeinde welche eingetragen hat, stehen sie hier.',
  noSituation: 'Hier steht zurzeit kein Dienst.',
}

export type Words = typeof de
