// SPDX-License-Identifier: EUPL-1.2
/** The words of pages that are opened once in a while in German. Only who opens one loads them. */

export const de = {
  install: {
    title: 'Als App einrichten',
    lead: 'Kostet nichts, braucht keinen App-Store und startet auch ohne Netz.',
    platform: 'Gerät',
    platforms: { ios: 'iPhone', android: 'Android' },
    done: 'Die App ist auf diesem Gerät eingerichtet.',
    now: 'Jetzt einrichten',
    ios: [
      { title: 'In Safari öffnen', text: 'Andere Browser können es auf dem iPhone auch, der Knopf sitzt dort oben.' },
      { title: 'Unten auf „Teilen“ tippen', icon: 'share' },
      { title: '„Zum Home-Bildschirm“ wählen', text: 'Dann „Hinzufügen“. Fertig.' },
    ] as InstallStep[],
    android: [
      { title: 'In Chrome öffnen', text: 'In Firefox, Edge und Samsung Internet geht es genauso.' },
      { title: 'Oben auf die drei Punkte tippen', text: 'Sie stehen rechts neben der Adresse.' },
      { title: '„App installieren“ wählen', text: 'Manchmal heißt es „Zum Startbildschirm hinzufügen“. Fertig.' },
    ] as InstallStep[],
    desktop: 'Am Computer: In Chrome und Edge steht rechts in der Adresszeile ein Knopf zum Installieren.',
    picture: (name: string) => `Startbildschirm eines Telefons mit dem Symbol der App ${name}`,
  },
  municipalities: {
    title: 'Gemeinde wechseln',
    lead: 'Jede Gemeinde hat ihre eigene App mit eigener Adresse.',
    searchLabel: 'Gemeinde suchen',
    here: 'Hier sind Sie',
    none: 'Keine Gemeinde mit diesem Namen.',
    count: (count: number) => (count === 1 ? 'Eine Gemeinde' : `${count} Gemeinden`),
  },
}

export interface InstallStep {
  title: string
  text?: string
  icon?: 'share'
}

export type Words = typeof de
