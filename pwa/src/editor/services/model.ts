// SPDX-License-Identifier: EUPL-1.2
/** Services on the editor's side, as the contract has them. */

import type { components } from '../../api/schema'

type Schemas = components['schemas']

export type ServiceRow = Schemas['StaffServiceListItem']
export type ServiceLink = Schemas['BestLink']
export type CheckedLink = Schemas['CheckedLink']
export type StaffService = Schemas['StaffService']
/** The municipality's own words; null: as the source says. */
export type Own = Schemas['ServiceContent']
export type ServiceSource = Schemas['ServiceSource']
