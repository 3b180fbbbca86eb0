// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
/** The clipboards of Word, LibreOffice, Outlook, Thunderbird, Gmail and Word for the web, as these programs write them. */

import { expect, test } from 'vitest'
import gmail from './fixtures/gmail.html?raw'
import libreoffice from './fixtures/libreoffice.html?raw'
import outlook from './fixtures/outlook.html?raw'
import thunderbird from './fixtures/thunderbird.html?raw'
import word from './fixtures/word.html?raw'
import { cleanPaste, htmlFromText } from './paste'

test('Word: headings, lists in two levels, a table and a footnote sign become plain elements', () => {
  expect(cleanPaste(word)).toBe(
    '<h2>Winterdienst 2026</h2>' +
      '<p>Ab <strong>1. November</strong> gilt der <em>Räumplan</em>. Die Temperatur sinkt auf −5 °C.</p>' +
      '<h3>Wer räumt was?</h3>' +
      '<ul><li>Gehwege: Anlieger<ul><li>bis 7 Uhr</li></ul></li><li>Straßen: Bauhof</li></ul>' +
      '<ol><li>Schnee</li><li>Eis</li></ol>' +
      '<p>Montag · 9 bis 12 Uhr</p><p>Dienstag · 13 bis 18 Uhr</p>' +
      '<p>Mehr im <a href="https://www.bad-belzig.de/winter">Räumplan</a>, 20 m<sup>2</sup>.</p>',
  )
})

test('LibreOffice: fonts, empty lines and list paragraphs are gone, the words stay', () => {
  expect(cleanPaste(libreoffice)).toBe(
    '<h2>Adventsmarkt</h2><p>Der Markt öffnet am <strong>Samstag</strong>.</p>' +
      '<ul><li>Parkplatz am Bahnhof</li><li>Parkplatz Lübnitzer Straße<ul><li>nur Busse</li></ul></li></ul><p>H<sub>2</sub>O gibt es kostenlos.</p>',
  )
})

test('Outlook: what was answered, the tracking picture and the wrapped link stay behind', () => {
  expect(cleanPaste(outlook)).toBe(
    '<p>Hallo Frau Muster,</p><p>die Straße ist ab morgen gesperrt. <a href="https://example.org/plan?a=1">Plan</a></p><p>Gruß<br>Kim Beispiel</p>',
  )
})

test('Thunderbird: the quoted mail goes, breaks between words stay', () => {
  expect(cleanPaste(thunderbird)).toBe('<p>Ja, bitte veröffentlichen.</p><p>Treffpunkt:<br>Marktplatz 1</p>')
})

test('Gmail and a newsletter: layout tables fall apart into their paragraphs', () => {
  expect(cleanPaste(gmail)).toBe('<h2>Neuigkeiten</h2><p>Das Bad öffnet <strong>früher</strong>.</p><p>Eintritt frei</p>')
})

test('a quotation that was copied alone is what was meant', () => {
  expect(cleanPaste('<blockquote type="cite"><p>Nur das</p></blockquote>')).toBe('<blockquote><p>Nur das</p></blockquote>')
})

test('the wrapper that Google Docs makes "not bold" is not bold', () => {
  expect(cleanPaste('<b style="font-weight:normal;"><p>eins <span style="font-weight:700">zwei</span></p></b>')).toBe(
    '<p>eins <strong>zwei</strong></p>',
  )
})

test('no script, no style and no foreign address comes through', () => {
  expect(cleanPaste('<p onclick="x()">a<script>alert(1)</script><img src="https://t.example/p.gif"><a href="javascript:x">b</a><span style="display:none">c</span></p>')).toBe(
    '<p>ab</p>',
  )
})

test('what the editor itself copied stays as it is', () => {
  const own = '<p data-pm-slice="1 1 []">eins</p>'
  expect(cleanPaste(own)).toBe(own)
})

test('plain mail text: wrapped lines flow, short lines stay lines, lists become lists, quotations go', () => {
  const mail = `Sehr geehrte Damen und Herren, die Niemegker Straße wird ab
Montag wegen Bauarbeiten voll gesperrt.

Treffpunkt:
Marktplatz 1

- Bus 572
- Bus 580

> Am 1.1. schrieb Kim:
> alt`
  expect(htmlFromText(mail.replaceAll('\n', '\r\n'))).toBe(
    '<p>Sehr geehrte Damen und Herren, die Niemegker Straße wird ab Montag wegen Bauarbeiten voll gesperrt.</p>' +
      '<p>Treffpunkt:<br>Marktplatz 1</p><ul><li>Bus 572</li><li>Bus 580</li></ul>',
  )
})

test('signs that look like tags stay signs', () => {
  expect(htmlFromText('1 < 2 & <b>')).toBe('<p>1 &lt; 2 &amp; &lt;b&gt;</p>')
})
