// SPDX-License-Identifier: EUPL-1.2
/** German words of the news pages. */

export const news = {
  title: 'Nachrichten',
  write: 'Nachricht schreiben',
  search: 'Nachrichten durchsuchen',
  untitled: 'Ohne Überschrift',
  lacks: {
    title: 'ohne Überschrift',
    text: 'ohne Text',
    image_alt: 'ohne Bildbeschreibung',
    unpublish_at: 'Ablauf fehlt oder ist vorbei',
  },
  urgent: 'Dringend',
  urgentHelp: 'Steht in der App ganz oben als Hinweis, bis es abläuft. Braucht deshalb ein Ende.',
  emptyTitle: 'Ihre erste Nachricht',
  empty: 'Überschrift, drei Sätze, ein Bild. Sie sehen sie vorher auf dem Telefon.',
  nothing: 'Mit diesen Filtern gibt es keine Nachricht.',
  editor: {
    new: 'Neue Nachricht',
    headline: 'Überschrift',
    teaser: 'Kurz gesagt',
    endHelp: 'Danach ist die Nachricht nicht mehr zu sehen.',
    lacks: {
      title: 'Überschrift fehlt',
      text: '„Kurz gesagt“ oder Text fehlt',
      image_alt: 'Was ist auf dem Bild zu sehen?',
      unpublish_at: 'Ablauf liegt vor dem Erscheinen oder ist vorbei',
      urgent_end: 'Dringendes braucht ein Ende: „Läuft ab“',
      publish_at: 'Tag und Uhrzeit des Erscheinens',
      past: 'Der Zeitpunkt des Erscheinens ist vorbei',
    },
    fixes: {
      title: 'Bitte geben Sie eine Überschrift an.',
      text: 'Bitte schreiben Sie etwas.',
      image_alt: 'Fehlt noch. Ohne das kann es nicht erscheinen.',
      unpublish_at: 'Bitte wählen Sie einen späteren Tag.',
      urgent_end: 'Bitte geben Sie an, bis wann das dringend ist.',
      past: 'Bitte wählen Sie einen späteren Zeitpunkt oder „Jetzt“.',
    },
    article: 'Artikel',
    gone: 'Diese Nachricht gibt es nicht',
    toList: 'Zu den Nachrichten',
  },
  source: {
    sub: 'Von hier übernimmt die App Nachrichten von selbst.',
    items: (count: number) => (count === 1 ? '1 Nachricht' : `${count} Nachrichten`),
    empty: 'Ihre Nachrichten schreiben Sie selbst. Eine Quelle richtet der Betrieb der App ein.',
  },
}
