import { describe, expect, it } from 'vitest'
import {
  addressOf,
  isNarrowed,
  readAddress,
  sortedBy,
  widened,
} from '../../../renderer/features/outputs/output-address.ts'

describe('the address of a list of outputs', () => {
  it.each([
    '',
    '?q=spring+prices',
    '?q=a%26b%3D%3F%23&show=issues&month=2026-10',
    '?standard=Right+tone&type=Too+long&section=Offer+and+prices&person=J%C3%B6rg',
    '?order=-editing&from=50',
    '?order=month',
  ])('%s comes back as it was', (address) => {
    expect(addressOf(readAddress(address))).toBe(address)
  })

  it.each(['?month=soon', '?show=nothing', '?order=name', '?from=-3', '?from=a', `?q=${'x'.repeat(201)}`])(
    'leaves out %s, which it does not understand',
    (address) => expect(addressOf(readAddress(address))).toBe(''),
  )

  it('shows everything again in the same order', () => {
    const state = readAddress('?q=price&person=Ana&order=editing&from=50')
    expect([isNarrowed(state), addressOf(widened(state))]).toEqual([true, '?order=editing'])
    expect(isNarrowed(readAddress('?order=editing'))).toBe(false)
  })

  it('sorts a column first by what is looked for, then the other way, from the first page on', () => {
    const start = readAddress('?q=price&from=100')
    const editing = sortedBy(start, 'editing')
    expect([editing, sortedBy(editing, 'editing'), sortedBy(start, 'satisfaction')].map(addressOf)).toEqual([
      '?q=price&order=-editing',
      '?q=price&order=editing',
      '?q=price&order=satisfaction',
    ])
    expect(addressOf(sortedBy(start, 'month'))).toBe('?q=price&order=month')
  })
})
