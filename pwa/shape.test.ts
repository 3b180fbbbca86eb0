// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { publicShape } from './scripts/shape'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

function contract(image: object, person: object) {
  return {
    paths: { '/api/v1/news': ref('News'), '/api/v1/staff/people': ref('Person') },
    components: { schemas: { News: { image: ref('Image') }, Image: image, Person: person } },
  }
}

test('what staff read does not throw away the copies of residents', () => {
  expect(publicShape(contract({ width: 1 }, { name: 1 }))).toBe(publicShape(contract({ width: 1 }, { mail: 1 })))
})

test('a change far below a public answer does', () => {
  expect(publicShape(contract({ width: 1 }, {}))).not.toBe(publicShape(contract({ height: 1 }, {})))
})
