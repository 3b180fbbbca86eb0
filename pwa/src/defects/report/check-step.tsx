// SPDX-License-Identifier: EUPL-1.2
/** Step four: the card exactly as everybody will see it, the contact that nobody sees, and off it goes. */

import { useRef, useState } from 'preact/hooks'
import type { Bootstrap } from '../../api/types'
import { useTexts } from '../../i18n'
import { Icon, type IconName } from '../../ui/icon'
import { Sheet } from '../../ui/sheet'
import { mask } from '../guard'
import { LightLine } from '../light'
import { Masked } from '../mask'
import { ContactForm } from './contact-form'
import type { Draft, Drafting } from './draft'
import { PhotoPicture } from './photos'
import { MainButton, StepPage } from './step'
import { addressOf } from './steps'
import { useReportWords } from './words'

export type Sending = 'idle' | 'busy' | 'unkept' | 'refused'

interface Props {
  boot: Bootstrap
  drafting: Drafting
  sending: Sending
  onSend(website: string): void
}

/** What a copy of an older start does not say. */
const USUAL_DAYS = 30

export function CheckStep({ boot, drafting, sending, onSend }: Props) {
  const { t } = useTexts()
  const words = useReportWords()
  const { draft } = drafting
  const [sheet, setSheet] = useState<'contact' | 'change'>()
  const trap = useRef<HTMLInputElement>(null)
  const { tenant, pages, defects } = boot
  const close = (): void => setSheet(undefined)
  const contact = [draft.name, draft.email, draft.phone].map((said) => said.trim()).filter(Boolean)
  const changes = [
    ['changePlace', 'place'],
    ['changePhoto', 'photo'],
    ['changeCategory', 'category'],
  ] as const
  return (
    <StepPage
      step="check"
      title={words.check.title}
      drafting={drafting}
      actions={
        <>
          <div role="alert">
            {sending === 'unkept' && <p class="failure">{words.check.unkept}</p>}
            {sending === 'refused' && <p class="failure">{words.check.notAccepted}</p>}
          </div>
          <MainButton label={sending === 'busy' ? words.check.sending : words.check.send} busy={sending === 'busy'} onPress={() => onSend(trap.current?.value ?? '')} />
        </>
      }
    >
      <p class="lead muted">{words.check.lead}</p>
      <PublicCard draft={draft} lang={tenant.language} />
      <ul class="card rows" role="list">
        <ChangeRow
          icon="user"
          label={words.check.contact}
          hint={contact.length > 0 ? `${contact.join(', ')} · ${words.check.only}` : words.check.noContact}
          action={contact.length > 0 ? words.check.change : words.check.add}
          onPress={() => setSheet('contact')}
        />
        <ChangeRow
          icon="doc"
          label={words.check.rest}
          hint={words.check.facts(draft.category?.name ?? '', draft.photos.length)}
          action={words.check.change}
          onPress={() => setSheet('change')}
        />
      </ul>
      <p class="meta report-legal">
        {words.check.privacy(`${tenant.kind} ${tenant.name}`, defects?.contact_days ?? USUAL_DAYS)}{' '}
        {pages
          .filter(({ role }) => role === 'privacy')
          .map(({ slug, title }) => (
            <a key={slug} href={`/seiten/${slug}`} lang={tenant.language}>
              {title}
            </a>
          ))}
      </p>
      <div class="trap" aria-hidden="true">
        <label for="website">{words.check.trap}</label>
        <input id="website" name="website" ref={trap} tabIndex={-1} autocomplete="off" />
      </div>
      <Sheet title={words.contact.title} close={t.close} open={sheet === 'contact'} onClose={close}>
        {sheet === 'contact' && <ContactForm drafting={drafting} onDone={close} />}
      </Sheet>
      <Sheet title={words.check.rest} close={t.close} open={sheet === 'change'} onClose={close}>
        <ul class="card rows" role="list">
          {changes.map(([label, step]) => (
            <li key={step}>
              <a class="row" href={addressOf(step)}>
                <span class="row-words">
                  <span class="row-label">{words.check[label]}</span>
                </span>
                <Icon name="chev" size={20} class="row-arrow" />
              </a>
            </li>
          ))}
        </ul>
      </Sheet>
    </StepPage>
  )
}

export function PublicCard({ draft, lang }: { draft: Pick<Draft, 'photos' | 'category' | 'text' | 'address'>; lang: string }) {
  const words = useReportWords()
  const [first, ...others] = draft.photos
  const text = mask(draft.text.trim())
  return (
    <article class="public-card">
      {first && <PhotoPicture photo={first} alt={words.photo.one(1)} />}
      <div class="public-words">
        <LightLine of={{ status: 'received', light: 'red' }} />
        <h2 lang={lang}>{draft.category?.name}</h2>
        {text === '' ? (
          <p class="muted">{words.check.noText}</p>
        ) : (
          <p class="public-text">
            <Masked text={text} />
          </p>
        )}
        <p class="meta public-place">
          <Icon name="pin" size={20} />
          <span>{draft.address.trim() === '' ? words.place.spot : <Masked text={mask(draft.address.trim())} />}</span>
        </p>
        {others.length > 0 && (
          <p class="meta public-place">
            <Icon name="image" size={20} />
            <span>{words.check.photos(others.length)}</span>
          </p>
        )}
      </div>
    </article>
  )
}

function ChangeRow({ icon, label, hint, action, onPress }: { icon: IconName; label: string; hint: string; action: string; onPress(): void }) {
  return (
    <li>
      <button type="button" class="row" aria-haspopup="dialog" onClick={onPress}>
        <Icon name={icon} />
        <span class="row-words">
          <strong class="row-label">{label}</strong>
          <span class="meta">{hint}</span>
        </span>
        <span class="row-action">{action}</span>
      </button>
    </li>
  )
}
