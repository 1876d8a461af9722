import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchSections } from '../../../shared/domain/foundation/match-sections.ts'

const warm = 'Write as one person to another, warm and short, and never chummy.'
const prices = 'The chair costs 89 euros, the desk 240 euros, delivery is free from 200 euros.'

describe('the sections of a newer document', () => {
  it.each([
    {
      incoming: [{ name: '2. TONE:', text: 'All new.' }],
      existing: [{ name: 'Tone', text: warm }],
      matches: [0],
    },
    {
      incoming: [
        { name: 'Voice', text: warm.replace('short', 'brief') },
        { name: 'What it costs', text: prices },
      ],
      existing: [
        { name: 'Prices', text: prices.replace('89', '79') },
        { name: 'Tone', text: warm },
      ],
      matches: [1, 0],
    },
    // A name decides before any likeness.
    {
      incoming: [
        { name: 'Voice', text: warm },
        { name: 'Tone', text: prices },
      ],
      existing: [{ name: 'Tone', text: warm }],
      matches: [null, 0],
    },
    {
      incoming: [{ name: 'Returns', text: 'Within 30 days.' }],
      existing: [{ name: 'Tone', text: warm }],
      matches: [null],
    },
    { incoming: [{ name: 'Tone', text: '' }], existing: [{ name: 'Prices', text: '' }], matches: [null] },
  ])('stand for those of the same name or the most alike: $matches', ({ incoming, existing, matches }) => {
    expect(matchSections(incoming, existing)).toEqual(matches)
  })

  it('each stand for one at the most, and a document stands for itself', () => {
    const word = fc.constantFrom('warm', 'short', 'prices', 'desk', 'chair', 'terms')
    const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))
    const sections = fc.array(fc.record({ name: text.filter(Boolean), text }), { maxLength: 6 })
    fc.assert(
      fc.property(sections, sections, (incoming, existing) => {
        const found = matchSections(incoming, existing).filter((to) => to !== null)
        expect(new Set(found).size).toBe(found.length)
        expect(matchSections(existing, existing)).not.toContain(null)
      }),
    )
  })
})
