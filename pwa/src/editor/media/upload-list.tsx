// SPDX-License-Identifier: EUPL-1.2
/** What is on its way, and beside each refused name why and what to do about it. */

import { useWords } from '../i18n'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { FileButton } from './files'
import type { Uploader } from './uploader'
import type { Upload } from './uploads'

export function UploadList({ uploader, several = false }: { uploader: Uploader; several?: boolean }) {
  const { t } = useWords()
  const running = uploader.list.filter(({ state }) => state !== 'refused')
  const refused = uploader.list.filter(({ state }) => state === 'refused')
  return (
    <>
      {running.length > 0 && (
        <section class="uploads" aria-label={t.media.uploads.title}>
          {running.map((one) => (
            <Running key={one.key} upload={one} />
          ))}
        </section>
      )}
      <div role="alert" class="refusals">
        {refused.map((one) => (
          <Refused key={one.key} upload={one} uploader={uploader} several={several} />
        ))}
      </div>
    </>
  )
}

function Running({ upload }: { upload: Upload }) {
  const { t } = useWords()
  const words = t.media.uploads
  const percent = Math.round(upload.share * 100)
  const state = upload.state === 'waiting' ? words.waiting : upload.share < 1 ? words.sending(percent) : words.working
  return (
    <p class="upload">
      <span class="upload-name">{upload.name}</span>
      <span class="meta">{state}</span>
      <progress aria-label={words.progress(upload.name)} max={100} value={percent} />
    </p>
  )
}

function Refused({ upload, uploader, several }: { upload: Upload; uploader: Uploader; several: boolean }) {
  const { t } = useWords()
  const words = t.media.refused[upload.why ?? 'failed']
  const again = upload.why === 'unreachable' || upload.why === 'failed'
  return (
    <section class="refusal">
      <Icon name="noimage" size={24} />
      <div>
        <h2>{words.title(upload.name)}</h2>
        <p>{words.text}</p>
        <p class="refusal-ways">
          {again ? (
            <Button onPress={() => uploader.retry(upload.key)}>{t.media.uploads.retry}</Button>
          ) : (
            <FileButton
              label={t.media.uploads.other}
              several={several}
              onFiles={(files) => {
                uploader.dismiss(upload.key)
                uploader.send(files)
              }}
            />
          )}
        </p>
      </div>
      <button type="button" class="icon-button" aria-label={t.media.uploads.close(upload.name)} onClick={() => uploader.dismiss(upload.key)}>
        <Icon name="close" />
      </button>
    </section>
  )
}
