// SPDX-License-Identifier: EUPL-1.2
/** The words of the search over everything in the language of the app. */

import { useTexts } from '../i18n'
import { de, type Words } from './words/de'
import { en } from './words/en'

export function useWords(): Words {
  return useTexts().language === 'en' ? en : de
}
