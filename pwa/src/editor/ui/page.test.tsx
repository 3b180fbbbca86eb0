// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
/** A list is worked on while the rest of its page is still under way. */

import { render } from 'preact'
import { useEffect } from 'preact/hooks'
import { act } from 'preact/test-utils'
import { expect, test } from 'vitest'
import { ListPage } from './page'

test('the second column comes and goes without making the list anew', async () => {
  const host = document.createElement('div')
  let begun = 0
  function List() {
    useEffect(() => void (begun += 1), [])
    return <ul />
  }
  for (const aside of [undefined, <p key="next">Als Nächstes</p>, undefined]) {
    await act(() =>
      render(
        <ListPage title="Heute" aside={aside}>
          <List />
        </ListPage>,
        host,
      ),
    )
    expect([begun, host.querySelectorAll('aside').length]).toEqual([1, aside === undefined ? 0 : 1])
  }
})
