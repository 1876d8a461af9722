import { expect, test } from 'vitest'
import { CopyTable } from '../../renderer/features/safety/CopyTable.tsx'
import type { Copy } from '../../shared/contract/safety.ts'
import { expectAccessible, rowsOf, show } from './helpers/show.tsx'

const copy = (fields: Partial<Copy>): Copy => ({
  ...{ id: '1', kind: 'backup', at: '2026-03-04T15:42:00Z', reason: '', damage: null, isOther: false },
  ...{ folder: '/home/ana/backups', notIn: null },
  contents: {
    ...{ company: 'Northwind Bikes', workflows: 2, outputs: 40, finishedMonths: 0 },
    ...{ open: null, lastAt: null },
  },
  ...fields,
})

test('copies of one evening say why each was made, and what is not in them as far as it is known', async () => {
  const nothing = {
    ...{ entries: 0, outputs: 0, reviews: 0, files: 0, changes: 0, unread: 0 },
    ...{ firstAt: null, lastAt: null },
  }
  const copies = [
    copy({ id: '2', reason: 'before going back' }),
    copy({ id: '1', reason: 'by the owner', notIn: nothing }),
  ]
  const { screen } = await show(<CopyTable heading="Copies" copies={copies} onChoose={() => {}} />)
  const rows = rowsOf(screen.container).slice(1)
  expect(rows.map(([first]) => first)).toEqual([
    expect.stringMatching(/Before going back$/),
    expect.stringMatching(/By the owner$/),
  ])
  expect(rows.map((row) => row.at(-1))).toEqual(['Cannot be told', 'Nothing'])
  await expectAccessible(screen.container)
})
