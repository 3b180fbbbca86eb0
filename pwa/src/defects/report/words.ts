// SPDX-License-Identifier: EUPL-1.2
/** The words of reporting in the language of the app. */

import { useTexts } from '../../i18n'
import { report, type ReportWords } from '../words/report-de'
import { reportEn } from '../words/report-en'

export function useReportWords(): ReportWords {
  return useTexts().language === 'en' ? reportEn : report
}
