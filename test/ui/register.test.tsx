import { describe, expect, test } from 'vitest'
import { Incidents } from '../../renderer/features/register/Incidents.tsx'
import { RunsOn } from '../../renderer/features/register/RunsOn.tsx'
import type { Release } from '../../shared/contract/documents.ts'
import type { Incident, RegisterEntry } from '../../shared/contract/register.ts'
import { eachRegisterText } from '../../shared/domain/register-texts.ts'
import { expectAccessible, factsIn, rowsOf, show } from './helpers/show.tsx'

const release: Release = {
  ...{ workflowId: 2, number: 7, liveOn: '2026-05-04', approvedBy: 'Ola Berg', changeNumber: 31 },
  rollOut: { stage: 'production', team: '', until: null, since: '2026-06-01' },
  earlierStages: [{ stage: 'pilot', team: 'Support', until: '2026-06-30', since: '2026-05-04' }],
  parts: [
    { documentId: 11, kind: 'prompt', name: 'Prompt', version: 3, versionId: 41 },
    { documentId: 12, kind: 'model', name: 'Model', version: 5, versionId: 42 },
    { documentId: 13, kind: 'section', name: 'Tone', version: 2, versionId: 43 },
  ],
}
const incident = (id: number, fields: Partial<Incident>): Incident => ({
  ...{ id, rev: 1, happenedOn: '2026-09-03', what: 'Wrong price sent', effect: 'Two customers' },
  ...{
    correctiveAction: 'Called both',
    changeNumber: 31,
    closedOn: null,
    recordedAt: '2026-09-04T08:00:00Z',
  },
  ...fields,
})
const entry: RegisterEntry = {
  ...{
    workflowId: 2,
    workflowName: 'Proposals',
    purpose: 'Drafts proposals',
    model: 'Acme, m-2',
    owner: 'Ana Lind',
    stage: 'production',
    rev: 1,
  },
  ...{ deputy: '', dataClass: null, ...eachRegisterText(() => ''), nextReviewOn: null, reviewedOn: null },
  ...{ release, dependencies: [], gaps: [] },
  incidents: [
    incident(1, { closedOn: '2026-09-21' }),
    incident(2, { what: 'No answer', effect: '', correctiveAction: '', changeNumber: null }),
  ],
}
const company = { 'company/get': { company: null, today: '2026-11-20' } }

describe('what a workflow runs on', () => {
  test('every fact of the release stands beside its own name; live is since everyone has it', async () => {
    const { screen } = await show(<RunsOn entry={entry} />)
    expect(factsIn(screen.container)).toEqual({
      Release: 'Release 7',
      'Live since': '1 June 2026',
      'Approved by': 'Ola Berg',
      Change: 'Change 31',
      Prompt: 'Version 3',
      Model: 'Acme, m-2 · Version 5',
      Foundation: 'Tone 2',
    })
    await expectAccessible(screen.container)
  })

  test('an approver nobody named is a dash', async () => {
    const { screen } = await show(<RunsOn entry={{ ...entry, release: { ...release, approvedBy: '' } }} />)
    expect(factsIn(screen.container)['Approved by']).toBe('–')
  })
})

test('an incident says when it happened and when it was closed, or that it is open', async () => {
  const { screen } = await show(<Incidents entry={entry} />, company)
  const rows = () => rowsOf(screen.container).slice(1)
  await expect.poll(rows).toEqual([
    ['3 Sept', 'Wrong price sent', 'Two customers', 'Called both', 'Change 31', '21 Sept'],
    ['3 Sept', 'No answer', '–', '–', '–', 'Open'],
  ])
  await expectAccessible(screen.container)
})
