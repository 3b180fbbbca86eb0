// SPDX-License-Identifier: EUPL-1.2
/** One picture: what it shows, who made it, what matters in it, where it is used. Saves itself. */

import { useState } from 'preact/hooks'
import { matching, staff } from '../../api/staff'
import { navigate } from '../../ui/router'
import { ConflictPage } from '../compose/conflict-page'
import { useDesk, type Shop } from '../compose/desk'
import { momentWords } from '../compose/moments'
import { useWords } from '../i18n'
import { sentOf } from '../publishing/verbs'
import { useSession } from '../session'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Around, TextArea, TextField } from '../ui/fields'
import { Icon } from '../ui/icon'
import { EditorPage } from '../ui/page'
import { Row, RowCard } from '../ui/rows'
import { Skeleton } from '../ui/gate'
import { SaveStatus } from '../ui/status'
import { say } from '../ui/toasts'
import { Crops } from './crops'
import { FocalPicture } from './focal-picture'
import { letGo } from './leaving'
import { contentOf, largest, placeOf, shown, sizeWords, type PictureContent, type PictureDetail } from './pictures'

const HOME = '/redaktion/medien'

function shopOf(id: string, person: string): Shop<PictureContent, PictureDetail> {
  const path = { media_id: id }
  return {
    key: `media:${id}`,
    person,
    texts: [],
    // Pictures have no history.
    archive: () => Promise.resolve(undefined),
    read: (thing) => ({ version: String(thing.version), content: contentOf(thing) }),
    load: async () => {
      const answer = await staff.GET('/api/v1/staff/media/{media_id}', { params: { path } })
      if (answer.ok) return { kind: 'found', thing: answer.data }
      return { kind: answer.status === 404 ? 'missing' : 'unreached' }
    },
    save: async (body, version) =>
      sentOf(await staff.PUT('/api/v1/staff/media/{media_id}', { params: { path, header: matching(Number(version)) }, body })),
  }
}

export function PicturePage({ id }: { id: string }) {
  const { t, language } = useWords()
  const { person } = useSession()
  const words = t.media.picture
  const [refused, setRefused] = useState(false)
  const desk = useDesk(shopOf(id, person.id), () => undefined)
  const back = { href: HOME, label: words.back }
  const { content, thing, clash } = desk
  const when = (iso: string) => momentWords(new Date(iso), new Date(), language)

  if (desk.phase === 'missing')
    return (
      <EditorPage title={words.missing} back={back}>
        <Empty icon="image" title={words.missing} text={words.missingText} action={<Button href={HOME}>{words.toLibrary}</Button>} />
      </EditorPage>
    )
  if (content === undefined || thing === undefined)
    return (
      <EditorPage title={t.media.title} back={back}>
        {desk.phase === 'unreached' ? (
          <Empty icon="offline" title={t.shell.unreachableTitle} text={t.shell.unreachable} action={<Button onPress={desk.reload}>{t.shell.retry}</Button>} />
        ) : (
          <Skeleton />
        )}
      </EditorPage>
    )
  const name = content.name || t.media.unnamed
  if (clash !== undefined)
    return (
      <ConflictPage
        merged={clash.merged}
        wording={{ fields: ['name', 'alt', 'credit', 'focal_x', 'focal_y'], texts: [], label: (field) => words.fields[field as keyof PictureContent], words: (_field, value) => String(value ?? '') }}
        me={person.name}
        them={t.compose.somebody}
        when={when(clash.theirs.created_at)}
        back={back}
        onSave={(choices) => void desk.settle(choices)}
        onLater={() => navigate(HOME)}
      />
    )
  const remove = () => {
    if (thing.used_in.length > 0) return setRefused(true)
    const { keep, go } = letGo(id, async () => {
      await desk.abandon()
      await staff.DELETE('/api/v1/staff/media/{media_id}', { params: { path: { media_id: id }, header: matching(thing.version) } })
    })
    say(words.deleted(name), { undo: keep, after: go })
    navigate(HOME)
  }
  const change = (part: Partial<PictureContent>) => desk.change(part)
  const size = largest(thing)
  const image = { ...shown(thing), ...content, caption: null }
  return (
    <EditorPage
      title={name}
      back={back}
      status={<SaveStatus state={desk.status.state} at={desk.status.at === null ? undefined : new Date(desk.status.at)} />}
      secondary={[{ label: words.delete, icon: 'bin', onSelect: remove }]}
    >
      <div class="picture-page">
        {refused && (
          <p class="note-red" role="alert">
            <Icon name="alert" />
            {words.inUse}
          </p>
        )}
        <FocalPicture image={image} sizes="(min-width: 45em) 700px, 92vw" onMove={change} />
        <p class="field-help">{words.focalHelp}</p>
        <Crops image={image} />
        <TextArea id="bild-beschreibung" label={words.alt} help={words.altHelp} value={content.alt} rows={2} oneParagraph onInput={(alt) => change({ alt })} />
        <Around id="bild-foto" label={words.credit} help={words.creditHelp} value={content.credit ?? ''} class="beside">
          <input
            id="bild-foto"
            class="input"
            value={content.credit ?? ''}
            aria-describedby="bild-foto-help"
            onInput={({ currentTarget }) => change({ credit: currentTarget.value === '' ? null : currentTarget.value })}
          />
        </Around>
        <TextField id="bild-name" label={words.name} help={words.nameHelp} value={content.name} onInput={(value) => change({ name: value })} />
        {thing.used_in.length > 0 ? (
          <RowCard heading={words.usedIn} count={thing.used_in.length}>
            {thing.used_in.map((use) => (
              <Row key={use.id} href={placeOf(use)} icon={({ news: 'news', event: 'cal', page: 'doc' } as const)[use.type]} title={use.title || words.untitled} line={words.type[use.type]} chevron />
            ))}
          </RowCard>
        ) : (
          <p class="muted">{words.unused}</p>
        )}
        <p class="meta">
          {thing.created_by === null ? words.imported(when(thing.created_at)) : words.added(when(thing.created_at), thing.created_by)}
          {' · '}
          {words.facts(size.width, size.height, sizeWords(thing.bytes, language))}
          <br />
          {words.clean}
        </p>
      </div>
    </EditorPage>
  )
}
