import { describe, expect, test } from 'vitest'
import { GoBack } from '../../renderer/features/documents/GoBack.tsx'
import { PublishDialog } from '../../renderer/features/documents/PublishDialog.tsx'
import type { MeasuredChange } from '../../shared/contract/changes.ts'
import type { Document, Version } from '../../shared/contract/documents.ts'
import { aChange } from './helpers/facts.ts'
import { type Answers, show } from './helpers/show.tsx'

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

async function publishing(document: Document, others: Answers = {}) {
  const shown = await show(
    <PublishDialog document={document} planFor={null} onPublished={nothing} onClose={nothing} />,
    { ...answers, ...others },
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

const aVersion = (fields: Partial<Version>): Version => ({
  ...{ id: 21, documentId: 3, number: 1, text: 'Chairs cost 80.', sectionIds: [], liveOn: '2026-03-01' },
  ...{ publishedAt: '2026-03-01T09:00:00.000Z', approvedBy: 'Ola Berg', why: 'First.', changeNumber: 1 },
  ...{ restoredFrom: null, stages: [] },
  ...fields,
})

const second = aVersion({ id: 22, number: 2, text: 'Chairs cost 85.', liveOn: '2026-06-01', changeNumber: 4 })
const ola = { id: 5, rev: 1, name: 'Ola Berg', team: '', leftOn: null }

test('who approved the version before is not who approves the next one', async () => {
  const { screen, sent } = await publishing({ ...section, current: second }, { 'people/list': [ola] })
  await expect.element(screen.getByLabelText('Approved by')).toHaveValue('')
  expect(await sent()).toMatchObject({ approvedBy: '' })
})

describe('going back', () => {
  const third = aVersion({
    id: 23,
    number: 3,
    text: 'Chairs cost 90.',
    liveOn: '2026-09-01',
    changeNumber: 9,
  })
  const goingBack = (rows: readonly MeasuredChange[]) =>
    show(
      <GoBack
        document={{ ...section, draft: null, current: third, versions: [third, second], checks: [] }}
        current={third}
        earlier={second}
      />,
      { ...answers, 'people/list': [ola], 'changes/list': { rows, total: rows.length } },
    )

  test('what else changed since goes by the day it went live, not by when it was written down', async () => {
    const rows = [
      aChange({ number: 3, onDate: '2026-08-20', what: 'Planned early, live in August' }),
      aChange({ number: 12, onDate: '2026-06-01', what: 'Written later, live the same day' }),
      aChange({ number: 2, onDate: '2026-06-01', what: 'Written before, live the same day' }),
      aChange({ number: 15, onDate: '2026-04-10', what: 'Written down long after' }),
    ]
    const { screen } = await goingBack(rows)
    await expect.element(screen.getByRole('link', { name: /^Planned early/ })).toBeVisible()
    expect([...screen.container.querySelectorAll('li a')].map((link) => link.textContent)).toEqual([
      'Planned early, live in August',
      'Written later, live the same day',
    ])
  })

  test('leaves out its own versions, what is only planned, and how things were at first', async () => {
    const { screen } = await goingBack([
      aChange({ number: 9, onDate: '2026-09-01', documentId: section.id }),
      aChange({ number: 10, onDate: '2027-01-01', plan: 'planned' }),
      aChange({ number: 11, onDate: '2026-09-02', isStartingPoint: true }),
    ])
    await expect.element(screen.getByText(/^Nothing else/)).toBeVisible()
    expect(screen.container.querySelectorAll('li a')).toHaveLength(0)
  })

  test('asks who approves it, and names nobody', async () => {
    const { screen } = await goingBack([])
    await expect.element(screen.getByLabelText('Approved by')).toHaveValue('')
  })
})
