// SPDX-License-Identifier: EUPL-1.2
/** Every word of the editorial area in English. */

import { compose } from './en/compose'
import { media } from './en/media'
import { news } from './en/news'
import { pages } from './en/pages'
import { shell } from './en/shell'
import { signingIn } from './en/signing-in'
import type { Words } from './index'

export const en: Words = { shell, signingIn, news, compose, media, pages }
