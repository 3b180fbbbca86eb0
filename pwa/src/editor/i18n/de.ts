// SPDX-License-Identifier: EUPL-1.2
/** Every word of the editorial area in German, one file for each feature; its type is what other languages must say. */

import { account } from './de/account'
import { compose } from './de/compose'
import { defectSettings } from './de/defect-settings'
import { defects } from './de/defects'
import { events } from './de/events'
import { media } from './de/media'
import { news } from './de/news'
import { offices } from './de/offices'
import { organisers } from './de/organisers'
import { pages } from './de/pages'
import { people } from './de/people'
import { publishing } from './de/publishing'
import { push } from './de/push'
import { report } from './de/report'
import { services } from './de/services'
import { shell } from './de/shell'
import { signingIn } from './de/signing-in'
import { suggestions } from './de/suggestions'
import { today } from './de/today'

export const de = { shell, signingIn, account, today, people, news, events, organisers, suggestions, compose, media, pages, publishing, push, defects, report, defectSettings, services, offices }
