// SPDX-License-Identifier: EUPL-1.2
/** The words of one service and of the offices in the language of the app. */

import { useTexts } from '../i18n'
import { de, type Words } from './words/detail-de'
import { en } from './words/detail-en'

export function useWords(): Words {
  return useTexts().language === 'en' ? en : de
}
