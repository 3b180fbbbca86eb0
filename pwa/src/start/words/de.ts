// SPDX-License-Identifier: EUPL-1.2
/** The words of the search over everything in German. Only who searches loads them. */

export const de = {
  title: 'Suche',
  hint: 'Geben Sie mindestens zwei Buchstaben ein.',
  count: (count: number, query: string) => (count === 1 ? `Ein Treffer für „${query}“` : `${count} Treffer für „${query}“`),
  groups: { service: 'Dienste', office: 'Ämter', news: 'Aktuelles', event: 'Termine', defect: 'Meldungen', page: 'Seiten' },
  noneTitle: 'Keine Treffer',
  none: (query: string) => `Für „${query}“ gibt es nichts. Prüfen Sie die Schreibweise oder versuchen Sie ein anderes Wort.`,
  notFound: 'Nicht gefunden?',
  call: 'Verwaltung anrufen',
}

export type Words = typeof de
