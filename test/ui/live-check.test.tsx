import { expect, test } from 'vitest'
import { LiveCheckTab } from '../../renderer/features/documents/LiveCheckTab.tsx'
import type { WholeDocument } from '../../renderer/parts/text/whole-document.ts'
import type { Version } from '../../shared/contract/documents.ts'
import { show } from './helpers/show.tsx'

const version = (number: number, text: string, liveOn: string): Version => ({
  ...{
    id: number,
    documentId: 3,
    number,
    text,
    sectionIds: [],
    liveOn,
    publishedAt: '2026-03-01T09:00:00.000Z',
  },
  ...{ approvedBy: '', why: '', changeNumber: number, restoredFrom: null, stages: [] },
})
const current = version(3, 'Warm, and short.', '2026-04-01')
const document: WholeDocument = {
  ...{ id: 3, kind: 'section', workflowId: null, name: 'Tone', position: 1, verifier: '', intervalDays: 90 },
  ...{ lastVerifiedOn: null, lastVerifiedBy: null, draft: null, planned: null, checks: [], current },
  versions: [current, version(2, 'Warm.\n\nShort.', '2026-03-04'), version(1, 'Stiff.', '2026-01-05')],
}

test.each([
  ['Warm. Short.', 'This is version 2, replaced on 1 April 2026.'],
  ['Stiff.', 'This is version 1, replaced on 4 March 2026.'],
  ['Something else.', null],
])('a tool that has “%s” is told apart: %s', async (pasted, said) => {
  const made = {
    documentId: 3,
    versionNumber: 3,
    checkedAt: '2026-05-01T09:00:00.000Z',
    isSame: false,
    pasted,
  }
  const { screen, text } = await show(<LiveCheckTab document={document} current={current} />, {
    'documents/checkLive': made,
  })
  await screen.getByRole('textbox').fill(pasted)
  await screen.getByRole('button', { name: 'Compare' }).click()
  await expect.element(screen.getByRole('status')).toBeVisible()
  if (said === null) expect(text()).not.toContain('This is version')
  else expect(text()).toContain(said)
})
