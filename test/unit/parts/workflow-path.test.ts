import { describe, expect, it } from 'vitest'
import { placeAt } from '../../../renderer/pages/workflows/places.ts'
import { movedTo } from '../../../renderer/ui/lib/workflow-path.ts'

describe('a workflow’s page', () => {
  it.each([
    ['outputs', '/workflows/2/results/outputs'],
    ['issues', '/workflows/2/results/outputs?show=issues'],
    ['standards', '/workflows/2/set-up/standards'],
    ['prompt', '/workflows/2/wording'],
    ['inputs', '/workflows/2/test-inputs'],
    ['register', '/workflows/2/set-up/register'],
    ['results', null],
    ['set-up', null],
    ['', null],
    ['constructor', null],
  ])('the old address of %s leads to %s', (tab, path) => {
    expect(movedTo(2, tab)).toBe(path)
  })

  it.each([
    [undefined, undefined, 'results/'],
    ['results', 'outputs', 'results/outputs'],
    ['set-up', 'register', 'set-up/register'],
    ['wording', 'register', 'wording/'],
    ['nowhere', undefined, 'results/'],
  ])('at %s %s shows %s', (tab, part, place) => {
    expect(placeAt(2, tab, part).place).toBe(place)
  })

  it('has four tabs', () => {
    const { tabs, parts, currentPart } = placeAt(2, 'set-up')
    expect(tabs.map(({ label }) => label)).toEqual(['Results', 'Wording', 'Test inputs', 'Set-up'])
    expect(parts.map(({ path }) => path)).toContain('/workflows/2/set-up/standards')
    expect(currentPart).toBe('/workflows/2/set-up')
  })
})
