// SPDX-License-Identifier: EUPL-1.2
/** German words of organisers. */

export const organisers = {
  sub: 'Einmal eingetragen, bei allen ihren Terminen genannt. Wer hier steht, kann auch selbst Termine eintragen (unter „Personen“).',
  add: 'Veranstalter eintragen',
  newTitle: 'Neuer Veranstalter',
  changeTitle: 'Veranstalter ändern',
  name: 'Name',
  phone: 'Telefon',
  email: 'E-Mail',
  url: 'Webadresse',
  help: 'Diese Angaben sehen alle bei den Terminen.',
  save: 'Speichern',
  saved: (name: string) => `${name} gespeichert.`,
  change: 'Ändern',
  remove: 'Löschen',
  removed: (name: string) => `${name} gelöscht.`,
  nameMissing: 'Bitte geben Sie einen Namen an.',
  emailWrong: 'Das sieht nicht wie eine E-Mail-Adresse aus.',
  taken: 'Diesen Namen gibt es schon.',
  used: 'Er wird noch gebraucht, von Terminen oder Personen.',
  moved: 'Jemand hat das inzwischen geändert. Bitte noch einmal ansehen.',
  failed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  noContact: 'ohne Kontakt',
  uses: (count: number) => (count === 0 ? 'kein Termin' : count === 1 ? '1 Termin' : `${count} Termine`),
  emptyTitle: 'Noch kein Veranstalter',
  empty: 'Vereine, Feuerwehr, Bibliothek: hier steht, wer immer wieder einlädt.',
}
