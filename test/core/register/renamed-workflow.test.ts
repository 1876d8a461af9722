import { expect, it } from 'vitest'
import { updateOf } from '../../helpers/builders.ts'
import { companyOf0110 } from '../../helpers/company-0110.ts'
import type { TestApp } from '../../helpers/test-app.ts'

const before = 'Proposals'
const after = 'Tenders'

/** What speaks of workflows today, and leads to them by their id; without what the owner wrote herself. */
async function present({ client }: TestApp) {
  const { workflowId, workflowName } = await client.register.get({ workflowId: 2 })
  return {
    home: await client.results.home(),
    overview: await client.results.overview(),
    months: await client.reviews.session({ month: '2026-11' }),
    people: await client.people.list(),
    signals: await client.signals.list({ state: 'open', kind: null, search: '', offset: 0 }),
    register: { workflowId, workflowName },
    tests: await client.modelTests.list(),
    changes: (await client.changes.list({ workflowId: 2, search: '', offset: 0 })).rows.map(
      ({ number, workflowIds, workflowNames, effects }) => ({ number, workflowIds, workflowNames, effects }),
    ),
  }
}

it('a workflow that is renamed goes by its new name wherever the present is meant, and every link still leads to it', async () => {
  await using app = await companyOf0110()
  const { client } = app
  const said = JSON.stringify(await present(app))
  expect(said).toContain(before)
  const workflow = await client.workflows.get({ id: 2 })
  expect(workflow.name).toBe(before)
  await client.workflows.update(updateOf(workflow, { name: after }))
  expect(await present(app)).toEqual(JSON.parse(said.replaceAll(before, after)))
})
