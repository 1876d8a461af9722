import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { deedWords, entitiesOf, knowsDeed } from '../../../shared/domain/activity/deeds.ts'
import { differencesOf } from '../../../shared/domain/activity/differences.ts'

const reading = {
  locale: 'en-GB',
  nameOf: (key: string, id: number) =>
    key === 'standardId' ? (['Accurate', 'Complete'][id - 1] ?? null) : null,
}
const between = (before: unknown, after: unknown) => differencesOf(before, after, reading)

describe('what differs between two states of the log', () => {
  it.each<[string, unknown, unknown, ReturnType<typeof between>]>([
    [
      'says the fields in words, and leaves out those that stayed',
      { id: 1, rev: 1, processOwner: 'Dana', targetLine: 0.15, isFlagged: false },
      { id: 1, rev: 2, processOwner: 'Mira', targetLine: 0.2, isFlagged: true },
      [
        { field: 'Process owner', before: 'Dana', after: 'Mira' },
        { field: 'Target line', before: '15.0%', after: '20.0%' },
        { field: 'Flagged', before: 'No', after: 'Yes' },
      ],
    ],
    [
      'names what an id stands for, wherever it stands in a list',
      { marks: [{ standardId: 2, verdict: 'met' }] },
      {
        marks: [
          { standardId: 1, verdict: 'not_met' },
          { standardId: 2, verdict: 'met' },
        ],
      },
      [{ field: 'Marks Accurate, Verdict', before: '', after: 'Not met' }],
    ],
    [
      'writes days and months out, and reads a record that is kept as text',
      null,
      { heldOn: '2026-03-04', month: '2026-03', reason: '{"dueOn":"2026-03-07"}' },
      [
        { field: 'Held on', before: '', after: '4 March 2026' },
        { field: 'Month', before: '', after: 'March 2026' },
        { field: 'Reason, Due on', before: '', after: '7 March 2026' },
      ],
    ],
    [
      'shows what was taken away',
      { names: ['Ana', 'Ben'], note: '' },
      null,
      [{ field: 'Names', before: 'Ana, Ben', after: '' }],
    ],
    ['finds nothing between two that are alike', { name: 'x' }, { name: 'x' }, []],
  ])('%s', (_name, before, after, differences) => {
    expect(between(before, after)).toEqual(differences)
  })
})

describe('what was done', () => {
  it('is a sentence, with what was pressed', () => {
    expect(deedWords('review', 'finish', null)).toBe('Monthly review finished')
    expect(deedWords('review_item', 'judge', 'All met')).toBe('Output judged: All met')
    expect(deedWords('some_thing', 'turn_round', null)).toBe('Some thing turn round')
  })

  it('has words for every entity that the core logs', () => {
    const core = join(import.meta.dirname, '..', '..', '..', 'electron', 'core')
    const sources = readdirSync(core, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('sample'))
      .map((name) => readFileSync(join(core, name), 'utf8'))
    const entities = new Set(
      sources.flatMap((source) => [...source.matchAll(/entity: '(\w+)'/g)].map((found) => found[1] ?? '')),
    )
    expect(entities.size).toBeGreaterThan(25)
    expect([...entities].filter((entity) => !knowsDeed(entity, 'update'))).toEqual([])
    expect(entitiesOf('people')).toEqual(['person'])
  })
})
