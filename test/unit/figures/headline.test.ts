import { expect, it } from 'vitest'
import { monthHeadline } from '../../../shared/domain/figures/headline.ts'

it.each([
  [[], 'No workflow was reviewed this month.'],
  [[{ name: 'Replies', status: 'on_target' }], '1 of 1 AI workflow is on target.'],
  [
    [
      { name: 'Replies', status: 'on_target' },
      { name: 'Proposals', status: 'update_suggested' },
      { name: 'Adverts', status: 'watch' },
      { name: 'Notes', status: 'update_suggested' },
      { name: 'Minutes', status: 'not_enough' },
    ],
    '1 of 5 AI workflows are on target. Proposals and Notes: update suggested. Adverts: watch. Minutes: not enough outputs yet.',
  ],
] as const)('says the finding of a month', (workflows, sentence) => {
  expect(monthHeadline(workflows)).toBe(sentence)
})
