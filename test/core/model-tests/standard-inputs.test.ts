import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { StandardInput } from '../../../shared/contract/standard-inputs.ts'
import { sharedFile } from '../../e2e/shared-data.ts'
import { aWorkflow, first, toCsv } from '../../helpers/builders.ts'
import { type Client, createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

type Fields = Omit<Parameters<Client['standardInputs']['save']>[0], 'id' | 'rev' | 'workflowId'>

const fields: Fields = {
  name: 'Renewal',
  text: 'Can I renew my plan early?',
  reference: 'Yes, from 30 days before it ends.',
  tags: ['billing'],
  mustNotFail: true,
  checks: [
    { kind: 'contains', value: '30 days' },
    { kind: 'words_at_most', value: 80 },
  ],
}

async function withWorkflow() {
  const app = await createTestApp()
  const { id: workflowId } = await app.client.workflows.create(aWorkflow())
  const add = (changes: Partial<Fields> = {}) =>
    app.client.standardInputs.save({ id: null, rev: null, workflowId, ...fields, ...changes })
  const change = ({ id, rev, workflowId: at }: StandardInput, changes: Partial<Fields>) =>
    app.client.standardInputs.save({ id, rev, workflowId: at, ...fields, ...changes })
  const set = () => app.client.standardInputs.list({ workflowId })
  return { app, client: app.client, workflowId, add, change, set, [Symbol.asyncDispose]: app.dispose }
}

const namesOf = (inputs: readonly StandardInput[]) =>
  inputs.map(({ position, name }) => `${position} ${name}`)

const auditOf = (app: TestApp) =>
  app.inspect((db) =>
    db
      .prepare<[], { entry: string }>(
        "SELECT action || ' ' || label AS entry FROM audit WHERE entity = 'standard_input' ORDER BY seq",
      )
      .all()
      .map(({ entry }) => entry),
  )

describe('the standard inputs of a workflow', () => {
  it('start empty, and are kept as they are entered', async () => {
    await using at = await withWorkflow()
    const { workflowId, add, set } = at
    expect(await set()).toEqual({ workflowId, version: 0, inputs: [] })
    const saved = await add()
    expect(saved).toEqual({ ...fields, id: saved.id, workflowId, position: 1, rev: 1, itemId: null })
    expect(await set()).toEqual({ workflowId, version: 1, inputs: [saved] })
  })

  it('raise the version of the set with every change, and with nothing else', async () => {
    await using at = await withWorkflow()
    const { app, client, add, change, set } = at
    const one = await add()
    const two = await add({ name: 'Refund', text: 'Can I get a refund?' })
    const changed = await change(one, { mustNotFail: false })
    expect([changed.rev, (await set()).version]).toEqual([2, 3])
    expect(await change(changed, { mustNotFail: false })).toEqual(changed)
    expect((await client.standardInputs.move({ id: one.id, by: -1 })).version).toBe(3)
    const moved = await client.standardInputs.move({ id: two.id, by: -1 })
    expect([moved.version, ...namesOf(moved.inputs)]).toEqual([4, '1 Refund', '2 Renewal'])
    const left = await client.standardInputs.remove({ id: two.id })
    expect([left.version, ...namesOf(left.inputs)]).toEqual([5, '1 Renewal'])
    expect(auditOf(app)).toEqual([
      'create Renewal',
      'create Refund',
      'update Renewal',
      'move Refund',
      'remove Refund',
    ])
  })

  it('keep counting from 1 when one in the middle is removed', async () => {
    await using at = await withWorkflow()
    const { client, add } = at
    await add({ name: 'A', text: 'a' })
    const { id } = await add({ name: 'B', text: 'b' })
    await add({ name: 'C', text: 'c' })
    expect(namesOf((await client.standardInputs.remove({ id })).inputs)).toEqual(['1 A', '2 C'])
    expect((await add({ name: 'D', text: 'd' })).position).toBe(3)
  })

  it('hold every text once in a workflow, however it is spaced', async () => {
    await using at = await withWorkflow()
    const { client, workflowId, add, change, set } = at
    const other = await add({ name: 'Other', text: 'Something else' })
    await add()
    const same = '  Can I renew\n my plan  early?'
    const said = {
      code: 'INVALID_INPUT',
      message: 'Input 2 “Renewal” has the same text already.',
      fields: ['text'],
    }
    expect(await refusal(add({ name: 'Again', text: same }))).toEqual(said)
    expect(await refusal(change(other, { text: same }))).toEqual(said)
    expect((await set()).version).toBe(2)
    const { id } = await client.workflows.create(aWorkflow({ name: 'Adverts' }))
    const elsewhere = { id: null, rev: null, workflowId: id, ...fields }
    expect(await client.standardInputs.save(elsewhere)).toMatchObject({ position: 1 })
    expect((await client.standardInputs.list({ workflowId })).inputs).toHaveLength(2)
  })

  it('are refused where another window was first, or nothing is there', async () => {
    await using at = await withWorkflow()
    const { client, workflowId, add, change, set } = at
    const input = await add()
    await change(input, { name: 'Renewing' })
    expect(await refusal(change(input, { name: 'Too late' }))).toMatchObject({ code: 'CONFLICT' })
    const { id: other } = await client.workflows.create(aWorkflow({ name: 'Adverts' }))
    const moved = { ...input, rev: 2, workflowId: other }
    expect(await refusal(change(moved, {}))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusal(client.standardInputs.remove({ id: 99 }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusal(client.standardInputs.move({ id: 99, by: 1 }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusal(client.standardInputs.list({ workflowId: 99 }))).toMatchObject({ code: 'NOT_FOUND' })
    expect((await client.standardInputs.list({ workflowId })).inputs.map(({ name }) => name)).toEqual([
      'Renewing',
    ])
    expect((await set()).version).toBe(2)
  })

  it('refuse a check whose pattern cannot be used', async () => {
    await using at = await withWorkflow()
    const { add, set } = at
    const checks: Fields['checks'] = [{ kind: 'json' }, { kind: 'matches', value: '(open' }]
    expect(await refusal(add({ checks }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: ['checks.1.value'],
    })
    expect((await set()).inputs).toEqual([])
  })
})

describe('a reviewed output', () => {
  async function review({ app, client, workflowId }: Awaited<ReturnType<typeof withWorkflow>>, row: object) {
    const rows = [{ Request: '', 'AI text': 'Dear Mia, yes.', Final: '', ...row }]
    await app.importFile('replies.csv', toCsv(rows), { workflowId, undatedMonth: '2026-11' })
    const { reviewId } = await client.reviews.draw({ workflowId, month: '2026-11' })
    return first((await client.reviews.get({ reviewId })).items)
  }
  const long = 'Could you tell me whether my plan can be renewed before it ends in March?'

  it.each([
    ['its final version', { Request: ` ${long} `, Final: 'Yes, it can.' }, 'Yes, it can.'],
    ['the AI text where there is no final version', { Request: long }, 'Dear Mia, yes.'],
  ])('becomes an input, with %s for reference', async (_, row, reference) => {
    await using at = await withWorkflow()
    const { id: itemId } = await review(at, row)
    const added = await at.client.standardInputs.addFromReview({ itemId })
    expect(added).toEqual({
      id: added.id,
      workflowId: at.workflowId,
      position: 1,
      rev: 1,
      itemId,
      name: 'Could you tell me whether my plan can be renewed before it…',
      text: long,
      reference,
      tags: [],
      mustNotFail: false,
      checks: [],
    })
    expect((await at.set()).version).toBe(1)
  })

  it('is not added twice, even when its input was reworded since', async () => {
    await using at = await withWorkflow()
    const { id: itemId } = await review(at, { Request: 'Renew?' })
    const added = await at.client.standardInputs.addFromReview({ itemId })
    const again = () => refusal(at.client.standardInputs.addFromReview({ itemId }))
    const message = 'That output is here already, as input 1 “Renew?”.'
    expect(await again()).toEqual({ code: 'INVALID_INPUT', message, fields: [] })
    await at.change(added, { name: 'Renew?', text: 'Renew it?' })
    expect(await again()).toMatchObject({ message })
  })

  it('is not added when its request is an input already, when it has none, or when it is not there', async () => {
    await using at = await withWorkflow()
    await at.add()
    const { id: itemId } = await review(at, { Request: fields.text })
    expect(await refusal(at.client.standardInputs.addFromReview({ itemId }))).toMatchObject({
      message: 'Input 1 “Renewal” has the same text already.',
    })
    expect(await refusal(at.client.standardInputs.addFromReview({ itemId: 99 }))).toMatchObject({
      code: 'NOT_FOUND',
    })
    await using without = await withWorkflow()
    const item = await review(without, {})
    expect(await refusal(without.client.standardInputs.addFromReview({ itemId: item.id }))).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(/^That output came without its request/),
    })
    expect((await without.set()).version).toBe(0)
  })
})

describe('inputs from a file', () => {
  type At = Awaited<ReturnType<typeof withWorkflow>>
  async function bring({ app, client, workflowId }: At, content: string, name = 'inputs.csv') {
    const fileId = await app.upload(name, content)
    const { guess } = await client.standardInputs.previewImport({ fileId })
    return app.outcomeOf(client.standardInputs.importFile({ workflowId, fileId, mapping: guess }))
  }

  it('are looked into first', async () => {
    await using at = await withWorkflow()
    const csv = toCsv([
      { Title: 'One', Prompt: 'First?', 'Expected answer': 'Yes', Category: 'a', Critical: 'x', Other: '' },
    ])
    const fileId = await at.app.upload('inputs.csv', csv)
    expect(await at.client.standardInputs.previewImport({ fileId })).toMatchObject({
      sheets: [],
      columns: [
        { index: 0, name: 'Title', samples: ['One'], filled: 1 },
        { index: 1, name: 'Prompt', samples: ['First?'], filled: 1 },
        { index: 2, name: 'Expected answer', samples: ['Yes'], filled: 1 },
        { index: 3, name: 'Category', samples: ['a'], filled: 1 },
        { index: 4, name: 'Critical', samples: ['x'], filled: 1 },
        { index: 5, name: 'Other', samples: [], filled: 0 },
      ],
      rowCount: 1,
      guess: { name: 0, text: 1, reference: 2, tags: 3, mustNotFail: 4 },
      dateOrder: 'day-first',
    })
    expect((await at.set()).inputs).toEqual([])
  })

  it.each([
    [
      'inputs.csv',
      toCsv([{ Question: 'First?', Ideal: 'Yes', Tags: 'a, b;a', Name: 'One', 'Must not fail': 'Yes' }]),
    ],
    [
      'inputs.jsonl',
      JSON.stringify({ question: 'First?', ideal: 'Yes', tags: ['a', 'b'], name: 'One', mustNotFail: true }),
    ],
    [
      'inputs.json',
      JSON.stringify([{ input: 'First?', expected: 'Yes', type: 'a|b', slug: 'One', critical: 1 }]),
    ],
  ])('come in from %s', async (name, content) => {
    await using at = await withWorkflow()
    expect(await bring(at, content, name)).toMatchObject({ kept: 1, alreadyIn: 0, problems: [] })
    const { version, inputs } = await at.set()
    expect(version).toBe(1)
    expect(inputs).toMatchObject([
      { text: 'First?', reference: 'Yes', tags: ['a', 'b'], name: 'One', mustNotFail: true, checks: [] },
    ])
  })

  it('keep the good rows and list the others by row and reason', async () => {
    await using at = await withWorkflow()
    await at.add()
    const row = { Input: '', Tags: '', Critical: '' }
    const csv = toCsv([
      { ...row, Input: 'First?', Critical: 'maybe' },
      { ...row, Input: ' ', Tags: 'a' },
      { ...row, Input: 'x'.repeat(200_001) },
      { ...row, Input: ' First?\n' },
      { ...row, Input: fields.text },
      { ...row, Input: 'Second?', Tags: `fine, ${'long '.repeat(10)}` },
    ])
    const { problems, ...counts } = await bring(at, csv)
    expect(counts).toMatchObject({ kept: 2, alreadyIn: 1 })
    expect(problems.map(({ row, column, kept, reason }) => [row, column, kept, reason])).toEqual([
      [2, 'Critical', true, '"maybe" is neither yes nor no, so the input was kept as one that may fail.'],
      [3, 'Input', false, 'The input is empty, so the row was left out.'],
      [4, 'Input', false, 'The input has 200,001 characters; the most is 200,000.'],
      [5, null, false, 'Row 2 has the same input, so this one was left out.'],
      [
        7,
        'Tags',
        true,
        '"long long long long long long long long…" is longer than a tag\'s 40 characters and was left out.',
      ],
    ])
    expect(namesOf((await at.set()).inputs)).toEqual(['1 Renewal', '2 First?', '3 Second?'])
  })

  it('add nothing the second time, and leave the version as it is', async () => {
    await using at = await withWorkflow()
    const csv = toCsv([{ Input: 'First?' }, { Input: 'Second?' }])
    await bring(at, csv)
    expect(await bring(at, csv)).toMatchObject({ kept: 0, alreadyIn: 2, problems: [] })
    expect((await at.set()).version).toBe(1)
  })

  it('are refused without a column of inputs, without rows, and by the hundreds', async () => {
    await using at = await withWorkflow()
    const { client, workflowId } = at
    const fileId = await at.app.upload('inputs.csv', toCsv([{ Input: 'First?' }]))
    expect(await refusal(client.standardInputs.importFile({ workflowId, fileId, mapping: {} }))).toEqual({
      code: 'INVALID_INPUT',
      message: 'Choose the column that holds the inputs.',
      fields: ['mapping.text'],
    })
    expect(await refusal(bring(at, 'Input,Name\n'))).toMatchObject({ code: 'INVALID_INPUT' })
    const many = Array.from({ length: 501 }, (_, n) => ({ Input: `Question ${n}?` }))
    expect(await refusal(bring(at, toCsv(many)))).toMatchObject({
      message:
        'That would make 501 standard inputs, and a set holds 500. Nothing was added. Choose those that matter most: about twenty are enough.',
    })
    expect((await at.set()).inputs).toEqual([])
    expect(await bring(at, toCsv(many.slice(1)))).toMatchObject({ kept: 500 })
  })

  it('come in from the shared prompts', async ({ skip }) => {
    const path = sharedFile('model-prompts.jsonl')
    if (path === null) return skip('The shared files are not beside the checkout.')
    await using at = await withWorkflow()
    const brought = await bring(at, readFileSync(path, 'utf8'), 'model-prompts.jsonl')
    expect(brought).toMatchObject({ kept: 19, alreadyIn: 0, problems: [] })
    const { inputs } = await at.set()
    expect(inputs[0]).toMatchObject({ position: 1, name: 'k8s', tags: ['reflexion'] })
  })
})
