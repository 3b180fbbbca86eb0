// SPDX-License-Identifier: EUPL-1.2
/** What else one may want to know: what it costs, how to register, where there is more. */

import { LinkList, RemoveButton, UrlField } from '../compose/link-fields'
import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Checkbox, Segmented, TextField } from '../ui/fields'
import type { EventContent } from './model'
import { readCents, readTags, showCents } from './typed'
import { maybe, useTyped } from '../compose/use-typed'

interface Props {
  content: EventContent
  /** The sentence under a field, by what it lacks. */
  fix(...lacks: string[]): string | undefined
  onChange(part: Partial<EventContent>): void
  /** What stands in a field and cannot be kept. */
  onProblem(field: `price-${number}` | `links-${number | 'new'}` | 'registration', problem: boolean): void
}

const MOST_AMOUNTS = 8
const MOST_LINKS = 10
const NO_AMOUNT = { label: '', cents: 0 }

export function MoreCard(props: Props) {
  const { t } = useWords()
  const words = t.events.more
  const { content, onChange } = props
  const { registration, tags } = content
  return (
    <section class="editor-card more-card" aria-labelledby="event-more">
      <h2 id="event-more">{words.title}</h2>
      <Price {...props} />
      <div class="more-part">
        <Checkbox
          id="event-registration"
          label={words.registration}
          checked={registration.required}
          onChange={(required) => onChange({ registration: { ...registration, required } })}
        />
        {(registration.required || registration.url !== null || registration.text !== null) && (
          <div class="pair">
            <TextField
              id="event-registration-text"
              label={words.registrationText}
              optional
              value={registration.text ?? ''}
              onInput={(text) => onChange({ registration: { ...registration, text: text === '' ? null : text } })}
            />
            <UrlField
              id="event-registration-url"
              label={words.registrationUrl}
              optional
              value={registration.url}
              onChange={(url) => onChange({ registration: { ...registration, url } })}
              onProblem={(problem) => props.onProblem('registration', problem)}
            />
          </div>
        )}
      </div>
      <div class="more-part">
        <LinkList
          id="event-link"
          words={words}
          links={content.links}
          most={MOST_LINKS}
          onChange={(links) => onChange({ links })}
          onProblem={(at, problem) => props.onProblem(`links-${at}`, problem)}
        />
      </div>
      <Tags tags={tags} onChange={onChange} />
    </section>
  )
}

function Price({ content, onChange, onProblem }: Props) {
  const { t } = useWords()
  const words = t.events.more
  const { price } = content
  const put = (part: Partial<typeof price>) => onChange({ price: { ...price, ...part } })
  const { kinds } = words
  // An amount that nobody has typed is none: residents would read that it costs nothing.
  const amounts = price.amounts.length > 0 ? price.amounts : [NO_AMOUNT]
  return (
    <div class="more-part">
      <Segmented
        id="event-price"
        label={words.price}
        value={price.kind}
        options={[
          { value: 'unknown', label: kinds.unknown },
          { value: 'free', label: kinds.free },
          { value: 'paid', label: kinds.paid },
        ]}
        onChoose={(kind) => put({ kind: kind as typeof price.kind, amounts: kind === 'paid' ? price.amounts : [] })}
      />
      {price.kind === 'paid' &&
        amounts.map((amount, at) => (
          <Amount
            key={at}
            at={at}
            {...amount}
            onChange={(part) => put({ amounts: amounts.map((each, other) => (other === at ? { ...each, ...part } : each)) })}
            onRemove={() => put({ amounts: amounts.filter((_each, other) => other !== at) })}
            onProblem={(problem) => onProblem(`price-${at}`, problem)}
          />
        ))}
      {price.kind === 'paid' && price.amounts.length < MOST_AMOUNTS && (
        <Button small kind="plain" icon="plus" onPress={() => put({ amounts: [...amounts, NO_AMOUNT] })}>
          {words.addAmount}
        </Button>
      )}
      {price.kind !== 'unknown' && (
        <TextField id="event-price-text" label={words.priceText} optional help={words.priceTextHelp} value={price.text ?? ''} onInput={(text) => put({ text: text === '' ? null : text })} />
      )}
    </div>
  )
}

interface AmountProps {
  at: number
  label: string
  cents: number
  onChange(part: { label?: string; cents?: number }): void
  onRemove(): void
  onProblem(problem: boolean): void
}

function Amount({ at, label, cents, onChange, onRemove, onProblem }: AmountProps) {
  const { t } = useWords()
  const words = t.events.more
  const show = (amount: number | null) => (amount === null || amount === 0 ? '' : showCents(amount))
  const { text, setText, problem, leave } = useTyped<number | null, true>({
    shown: show(cents),
    show,
    read: maybe(readCents),
    onChange: (amount) => onChange({ cents: amount ?? 0 }),
    onProblem,
  })
  return (
    <div class="amount">
      <TextField id={`event-amount-${at}`} label={words.label} value={label} onInput={(typed) => onChange({ label: typed })} />
      <TextField id={`event-cents-${at}`} label={words.amount} inputMode="text" value={text} error={problem ? words.amountWrong : undefined} onInput={setText} onLeave={leave} />
      <RemoveButton label={words.removeAmount(label)} onPress={onRemove} />
    </div>
  )
}

function Tags({ tags, onChange }: { tags: string[]; onChange(part: Partial<EventContent>): void }) {
  const { t } = useWords()
  const words = t.events.more
  const show = (list: string[]) => list.join(', ')
  const { text, setText, leave } = useTyped<string[], never>({ shown: show(tags), show, read: (typed) => ({ ok: true, value: readTags(typed) }), onChange: (found) => onChange({ tags: found }) })
  return <TextField id="event-tags" label={words.tags} optional help={words.tagsHelp} value={text} onInput={setText} onLeave={leave} />
}
