import { describe, expect, test } from 'vitest'
import { PublishDialog } from '../../renderer/features/documents/PublishDialog.tsx'
import type { Document } from '../../shared/contract/documents.ts'
import { show } from './helpers/show.tsx'

const section: Document = {
  id: 3,
  kind: 'section',
  workflowId: null,
  name: 'Prices',
  position: 1,
  verifier: '',
  intervalDays: 90,
  lastVerifiedOn: null,
  lastVerifiedBy: null,
  current: null,
  draft: { text: 'Chairs cost 90.', sectionIds: [], rev: 1, savedAt: '2026-11-20T09:00:00.000Z' },
  planned: null,
}

const answers = {
  'company/get': { today: '2026-11-21', company: { name: 'Northwind', ownerName: 'Dana', createdAt: '' } },
  'signals/list': { rows: [], total: 0 },
  'foundationReviews/actions': [],
  'people/list': [],
  'documents/warnings': [],
}

const nothing = () => {}

async function publishing(document: Document) {
  const shown = await show(
    <PublishDialog document={document} planFor={null} onPublished={nothing} onClose={nothing} />,
    answers,
  )
  await shown.screen.getByLabelText('Why', { exact: true }).fill('First wording.')
  await shown.screen.getByLabelText(/^In force since/).fill('2026-11-20')
  const sent = async () => {
    await shown.screen.getByRole('button', { name: /^Publish version/ }).click()
    await expect.poll(() => shown.asked.some(({ procedure }) => procedure === 'documents/publish')).toBe(true)
    return shown.asked.find(({ procedure }) => procedure === 'documents/publish')?.input
  }
  return { ...shown, sent }
}

describe('publishing a first wording', () => {
  test('asks whether it is how things already are, and sends what was chosen', async () => {
    const { screen, sent } = await publishing(section)
    await screen.getByRole('radio', { name: 'How it already is' }).click()
    expect(await sent()).toMatchObject({ id: 3, isStartingPoint: true })
  })

  test('leaves it to the core where nothing was chosen', async () => {
    const { sent } = await publishing(section)
    expect(await sent()).not.toHaveProperty('isStartingPoint')
  })

  test('asks nothing of what is planned for a day ahead', async () => {
    const { screen } = await publishing(section)
    await screen.getByLabelText(/^In force since/).fill('2026-12-01')
    await expect.element(screen.getByText('How it already is')).not.toBeInTheDocument()
  })
})
