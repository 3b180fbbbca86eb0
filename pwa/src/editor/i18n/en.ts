// SPDX-License-Identifier: EUPL-1.2
/** Every word of the editorial area in English. */

import { account } from './en/account'
import { compose } from './en/compose'
import { defectSettings } from './en/defect-settings'
import { defects } from './en/defects'
import { events } from './en/events'
import { media } from './en/media'
import { news } from './en/news'
import { offices } from './en/offices'
import { organisers } from './en/organisers'
import { pages } from './en/pages'
import { people } from './en/people'
import { publishing } from './en/publishing'
import { push } from './en/push'
import { report } from './en/report'
import { services } from './en/services'
import { shell } from './en/shell'
import { signingIn } from './en/signing-in'
import { suggestions } from './en/suggestions'
import { today } from './en/today'
import type { Words } from './index'

export const en: Words = { shell, signingIn, account, today, people, news, events, organisers, suggestions, compose, media, pages, publishing, push, defects, report, defectSettings, services, offices }
