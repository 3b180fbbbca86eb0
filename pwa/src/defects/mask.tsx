// SPDX-License-Identifier: EUPL-1.2
/** A reporter's text with its masks as dark blocks: what was covered is named, and never shown. */

import './light.scss'

/** What the guard leaves in the place of a find; the words are part of the text and not of the app's language. */
const MASK = /\[((?:Nummer|E-Mail|IBAN|Kennzeichen|Name) verdeckt)\]/

/** The parts of `text`; every second one (odd index) is a mask. */
export function maskedParts(text: string): string[] {
  return text.split(MASK)
}

/** Without a language of its own: whoever shows it names the one of the municipality. */
export function Masked({ text }: { text: string }) {
  return (
    <>
      {maskedParts(text).map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          <span key={at} class="mask">
            {part}
          </span>
        ),
      )}
    </>
  )
}
