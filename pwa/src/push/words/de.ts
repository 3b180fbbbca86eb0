// SPDX-License-Identifier: EUPL-1.2
/** The words of this page in German. They are not in the app's own list: only who opens the page loads them. */

export const de = {
  title: 'Mitteilungen',
  lead: 'Sie wählen, was auf dieses Gerät kommt. Ohne Konto, jederzeit abbestellbar.',
  on: 'Auf diesem Gerät eingeschaltet.',
  off: 'Auf diesem Gerät ausgeschaltet.',
  lost: 'Die Anmeldung galt nicht mehr. Bitte schalten Sie die Mitteilungen noch einmal ein.',
  offline: 'Sie sehen, was auf diesem Gerät gespeichert ist. Ändern geht erst mit Netz.',
  arrived: 'Zuletzt angekommen',
  topics: 'Themen',
  urgent: 'Dringendes',
  urgentHint: 'Empfohlen. Nur, was nicht warten kann.',
  quiet: 'Ruhezeit',
  quietSwitch: 'Zu dieser Zeit nicht stören',
  quietHint: 'Was dann kommt, erscheint am Ende der Ruhezeit.',
  from: 'Von',
  to: 'Bis',
  passes: 'Dringendes darf trotzdem klingeln',
  enable: 'Benachrichtigen',
  enabling: 'Wird eingeschaltet …',
  asks: 'Danach fragt Ihr Browser, ob er Mitteilungen zeigen darf.',
  enabled: 'Mitteilungen eingeschaltet',
  saved: { on: (what: string) => `${what}: ein`, off: (what: string) => `${what}: aus`, quiet: (from: string, to: string) => `Ruhezeit ${from} bis ${to} Uhr` },
  stop: 'Abbestellen',
  stopping: 'Wird abbestellt …',
  stopHint: 'Danach ist beim Server nichts mehr über dieses Gerät gespeichert.',
  stopped: 'Mitteilungen abbestellt',
  privacy: 'Gespeichert werden die Adresse dieses Browsers, Ihre Themen und die Ruhezeit. Wer Sie sind, erfährt niemand.',
  trouble: {
    noTopic: 'Wählen Sie zuerst ein Thema.',
    lastTopic: 'Ein Thema muss bleiben. Wenn nichts mehr kommen soll, wählen Sie unten „Abbestellen“.',
    sameTimes: 'Beginn und Ende müssen verschieden sein.',
    undecided: 'Der Browser hat noch keine Erlaubnis. Versuchen Sie es noch einmal und wählen Sie dann „Zulassen“.',
    offlineEnable: 'Das geht erst mit Netz. Ihre Auswahl bleibt stehen.',
    offlineChange: 'Das geht erst mit Netz. Es gilt weiter, was vorher eingestellt war.',
    offlineStop: 'Das geht erst mit Netz. Bis dahin kommen weiter Mitteilungen.',
    failed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  },
  denied: {
    title: 'Mitteilungen sind gesperrt',
    text: 'Ihr Browser darf für diese App keine zeigen. So erlauben Sie es wieder:',
    how: {
      ios: 'Öffnen Sie die Einstellungen des Geräts, dann „Mitteilungen“, dann diese App, und schalten Sie „Mitteilungen erlauben“ ein.',
      app: 'Halten Sie das Symbol der App gedrückt, wählen Sie „App-Info“, dann „Benachrichtigungen“, und schalten Sie sie ein.',
      firefox: 'Tippen Sie links neben der Adresse auf das Schloss und heben Sie die Sperre bei „Benachrichtigungen“ auf.',
      safari: 'Öffnen Sie in Safari „Einstellungen“, dann „Websites“, dann „Mitteilungen“, und wählen Sie bei dieser Adresse „Erlauben“.',
      chrome: 'Tippen Sie links neben der Adresse auf das Zeichen, dann auf „Berechtigungen“, und erlauben Sie „Benachrichtigungen“.',
    },
  },
  unsupported: {
    title: 'Dieser Browser zeigt keine Mitteilungen',
    text: 'Es geht mit Chrome, Edge, Firefox oder Safari in einer neuen Fassung, nicht in einem privaten Fenster. Alle Nachrichten lesen Sie auch so in der App.',
  },
  install: {
    title: 'Zuerst als App einrichten',
    text: 'Mitteilungen gehen auf iPhone und iPad erst, wenn die App auf dem Startbildschirm liegt.',
    link: 'So geht es',
  },
  none: {
    title: 'Hier gibt es noch keine Mitteilungen',
    text: 'Die Gemeinde hat sie noch nicht eingerichtet.',
  },
}

export type Words = typeof de
