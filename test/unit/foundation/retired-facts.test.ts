import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compileTerm,
  containsTerm,
  excerptAround,
  readable,
} from '../../../shared/domain/foundation/retired-facts.ts'
import { cpuTime } from '../../helpers/cpu-time.ts'

const says = (text: string, term: string) => containsTerm(readable(text), compileTerm(term))

describe('a text that says a retired term', () => {
  it.each([
    ['Our Basic plan is cheap.', 'Basic plan'],
    ['BASIC PLAN', 'basic plan'],
    ['the Basic\u00a0plan', 'Basic plan'],
    ['the Basic \n\t plan', 'Basic plan'],
    ['the “Basic”-plan', '"Basic"-plan'],
    ['Anna’s desk', "Anna's"],
    ["Anna's desk", 'Anna’s'],
    ['It is 49,90 €.', '49,90'],
    ['It is 49,90.', '49,90'],
    ['It is €49.90 a month', '€49.90'],
    ['From US$49', '$49'],
    ['49 €/month', '49 €'],
    ['(Acme)', 'Acme'],
    ['Acme', 'Acme'],
    ['Acme-like', 'Acme'],
    ['Cafe\u0301 Acme', 'Café'],
    ['Ba\u00adsic plan', 'Basic plan'],
    ['ΟΔΟΣ', 'οδός'.normalize('NFD').replace(/\p{M}/gu, '')],
    ['İstanbul: Acme', 'acme'],
    ['我们的基本套餐很好', '基本套餐'],
    ['请看Acme的价格', 'Acme'],
    ['ベーシックプランは', 'ベーシックプラン'],
    ['기본 요금제는', '기본 요금제'],
    ['แผนพื้นฐานของเรา', 'แผนพื้นฐาน'],
    ['two: Acmes, Acme', 'Acme'],
    ['a.b', 'a.b'],
  ])('%j holds %j', (text, term) => {
    expect(says(text, term)).toBe(true)
  })

  it.each([
    ['Acmes and others', 'Acme'],
    ['MegaAcme', 'Acme'],
    ['acme_old', 'Acme'],
    ['Acmé', 'Acme'],
    ['149,90', '49,90'],
    ['49,901', '49,90'],
    ['1.49,90', '49,90'],
    ['49,90', '49'],
    ['€49.90', '€49'],
    ['49.5', '49'],
    ['Basicplan', 'Basic plan'],
    ['Basic, plan', 'Basic plan'],
    ['axb', 'a.b'],
    ['', 'Acme'],
    ['Acme', ''],
    ['Acme', '\u200b'],
  ])('%j does not hold %j', (text, term) => {
    expect(says(text, term)).toBe(false)
  })

  const anyText = fc.string({ unit: 'binary', maxLength: 60 })
  const border = fc.constantFrom(' ', '. ', ' (', '\n', '; ')

  it('is found between any two borders, whatever stands around it', () => {
    const word = fc.stringMatching(/^[A-Za-zÄÖÜäöüßéñ0-9]{1,12}( [A-Za-z0-9]{1,8}){0,2}$/)
    fc.assert(
      fc.property(anyText, border, word, border, anyText, (before, start, term, end, after) => {
        expect(says(`${before} ${start}${term}${end} ${after}`, term.toUpperCase().toLowerCase())).toBe(
          says(term, term.toUpperCase().toLowerCase()),
        )
        expect(says(`${before} ${start}${term}${end} ${after}`, term)).toBe(true)
      }),
      { seed: 3, numRuns: 500 },
    )
  })

  it('never throws, and shows a short line with the term in it', () => {
    fc.assert(
      fc.property(anyText, fc.string({ unit: 'binary', maxLength: 8 }), fc.nat(400), (text, sought, n) => {
        const whole = readable(`${text}${'x '.repeat(n)}${sought}${' y'.repeat(n)}`)
        const term = compileTerm(sought)
        containsTerm(whole, term)
        expect(excerptAround(whole, term).length).toBeLessThan(170)
      }),
      { seed: 4, numRuns: 500 },
    )
  })
})

describe('the text around it', () => {
  const around = (text: string, term: string) => excerptAround(readable(text), compileTerm(term))

  it('is all of a short text, as it was written, in one line', () => {
    expect(around('Our “Basic”\nplan.', 'basic" plan')).toBe('Our “Basic” plan.')
  })

  it('has the term in its middle, and dots where the text goes on', () => {
    const line = around(`${'before '.repeat(60)}the Basic plan ${'after '.repeat(60)}`, 'basic plan')
    expect(line).toMatch(/^….* the Basic plan .*…$/)
    expect(line.length).toBeLessThanOrEqual(162)
    expect(Math.abs(line.indexOf('Basic plan') - 75)).toBeLessThan(10)
  })

  it('does not cut a character in half', () => {
    expect(around(`Basic plan ${'🙂'.repeat(200)}`, 'basic plan').isWellFormed()).toBe(true)
    expect(around(`a${'🙂'.repeat(200)} Basic plan`, 'basic plan').isWellFormed()).toBe(true)
  })
})

it('searches 2,000 outputs for 20 terms in well under a second', async () => {
  const text = 'We thank you for “your” message, and the Basic planner is 149,90 €. '.repeat(22)
  const terms = Array.from({ length: 20 }, (_, n) => compileTerm(n % 2 ? `Basic plan ${n}` : `49,9${n}`))
  let found = 0
  const spent = await cpuTime(() => {
    for (let n = 0; n < 2000; n++) {
      const output = readable(`${text}${n}`)
      for (const term of terms) if (containsTerm(output, term)) found++
    }
  })
  expect(spent).toBeLessThan(1000)
  expect(found).toBe(0)
})
