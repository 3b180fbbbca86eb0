// SPDX-License-Identifier: EUPL-1.2
/** One item from its address. */

import { staff } from '../../api/staff'
import { useWords } from '../i18n'
import { DeskPage } from '../publishing/desk-page'
import { useLoad } from '../ui/load'
import { NewsEditor } from './editor'
import { baseOf, EMPTY, LIST, verbs, type NewsContent, type StaffNews } from './model'
import { wordingOf } from './wording'

export function NewsEditorPage({ id }: { id: string }) {
  const { t, language } = useWords()
  const categories = useLoad('news/categories', () => staff.GET('/api/v1/staff/news/categories')).data ?? []
  return (
    <DeskPage<NewsContent, StaffNews>
      name="news"
      id={id}
      home={LIST}
      title={t.news.title}
      words={t.news.editor}
      empty={EMPTY}
      verbs={verbs}
      read={baseOf}
      wording={wordingOf(t, categories, language)}
    >
      {(desk) => <NewsEditor desk={desk} id={id} categories={categories} />}
    </DeskPage>
  )
}
