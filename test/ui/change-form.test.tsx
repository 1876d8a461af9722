import { beforeEach, describe, expect, test } from 'vitest'
import { Router } from 'wouter'
import { ChangeForm } from '../../renderer/features/changes/ChangeForm.tsx'
import { useHashLocation } from '../../renderer/ui/lib/hash-location.ts'
import type { Change } from '../../shared/contract/changes.ts'
import type { Document } from '../../shared/contract/documents.ts'
import { aChange } from './helpers/facts.ts'
import { type Answers, expectAccessible, show } from './helpers/show.tsx'

const prompt: Document = {
  ...{ id: 8, kind: 'prompt', workflowId: 1, name: 'Prompt of Customer replies', position: 1, verifier: '' },
  ...{ intervalDays: 90, lastVerifiedOn: null, lastVerifiedBy: null, draft: null, planned: null },
  current: {
    ...{ id: 21, documentId: 8, number: 1, text: 'Answer in 120 words.', sectionIds: [] },
    ...{ liveOn: '2026-11-01', publishedAt: '2026-11-01T09:00:00.000Z', approvedBy: 'Ola Berg' },
    ...{ why: 'First.', changeNumber: 1, restoredFrom: null, stages: [] },
  },
}

const answers = {
  'signals/list': { rows: [], total: 0 },
  'people/list': [{ id: 5, rev: 1, name: 'Ola Berg', team: '', leftOn: null }],
  'documents/list': [] as Document[],
}

beforeEach(() => {
  location.hash = '/changes/new'
})

async function logging(others: Answers = {}, back: Change | null = null) {
  const shown = await show(
    <Router hook={useHashLocation}>
      <ChangeForm
        workflows={[{ id: 1, name: 'Customer replies' }]}
        workflowId={1}
        signalId={null}
        back={back}
        today="2026-11-21"
        decidedBy="Dana"
      />
    </Router>,
    { ...answers, ...others },
  )
  const { screen } = shown
  const write = async (to: string) => {
    await screen.getByRole('radio', { name: 'Prompt' }).click()
    await screen.getByLabelText('What changed').fill('120 to 90 words')
    await screen.getByLabelText('Why', { exact: true }).fill('Nobody reads the end.')
    await screen.getByLabelText('To, word for word').fill(to)
  }
  const log = () => screen.getByRole('button', { name: 'Log this change' }).click()
  return { ...shown, write, log }
}

describe('a prompt that is kept here', () => {
  const kept = { 'documents/list': [prompt], 'documents/get': { ...prompt, versions: [], checks: [] } }

  test('is changed by its next version, never by an entry beside it', async () => {
    const written = { version: null, change: aChange({ number: 2 }) }
    const { screen, asked, write, log } = await logging({ ...kept, 'documents/write': written })
    await screen.getByRole('radio', { name: 'Prompt' }).click()
    await expect.element(screen.getByText(/what you write becomes its next version/)).toBeVisible()
    const from = screen.getByLabelText('From, word for word')
    await expect.element(from).toHaveValue('Answer in 120 words.')
    await expect.element(from).toHaveAttribute('readonly')
    await write('Answer in 90 words.')
    await expectAccessible(screen.container)
    await log()
    await expect.poll(() => location.hash).toBe('#/changes/2')
    const sent = asked.filter(({ procedure }) => /write|create/.test(procedure))
    expect(sent).toEqual([
      {
        procedure: 'documents/write',
        input: {
          ...{ id: 8, text: 'Answer in 90 words.', what: '120 to 90 words', why: 'Nobody reads the end.' },
          ...{ liveOn: '2026-11-21', decidedBy: 'Dana', approvedBy: '', signalIds: [] },
        },
      },
    ])
  })

  test('is not changed while its wording is the one in force', async () => {
    const { screen, asked, write, log } = await logging(kept)
    await write('Answer in 120 words.')
    await log()
    await expect.element(screen.getByLabelText('To, word for word')).toHaveAttribute('aria-invalid', 'true')
    expect(asked.map(({ procedure }) => procedure)).not.toContain('documents/write')
  })
})

test('a prompt that is not kept here has an entry, and nobody approved it until a name is given', async () => {
  const { screen, asked, write, log } = await logging({ 'changes/create': aChange() })
  await expect.element(screen.getByLabelText('Decided by')).toHaveValue('Dana')
  await expect.element(screen.getByLabelText(/^Approved by/)).toHaveValue('')
  await write('90 words')
  await log()
  await expect.poll(() => location.hash).toBe('#/changes')
  const input = { kind: 'prompt', to: '90 words', decidedBy: 'Dana', approvedBy: '' }
  expect(asked.find(({ procedure }) => procedure === 'changes/create')?.input).toMatchObject(input)
})

test('going back on a change is filled in the other way round, and linked to it', async () => {
  const back = aChange({ number: 12, kind: 'other', from: 'No checklist.', to: 'A checklist.' })
  const { screen, asked, log } = await logging({ 'changes/create': aChange({ number: 13 }) }, back)
  await expect.element(screen.getByLabelText('To, word for word')).toHaveValue('No checklist.')
  await screen.getByLabelText('Why', { exact: true }).fill('It made it worse.')
  await log()
  await expect
    .poll(() => asked.find(({ procedure }) => procedure === 'changes/create')?.input)
    .toMatchObject({
      kind: 'other',
      what: 'Back to how it was before change 12',
      from: 'A checklist.',
      to: 'No checklist.',
      reverts: 12,
    })
})
