import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonalData, listPersonalData, mask } from '../../../shared/domain/text/personal-data.ts'
import { cpuTime } from '../../helpers/cpu-time.ts'

const pieces = [
  'a@b.de',
  'A@b.de',
  'jonas.weber+crm@mail.example.co.uk',
  '+49 171 1234567',
  '0171/1234567',
  '(555) 123-4567',
  '4111 1111 1111 1111',
  '378282246310005',
  'DE89 3704 0044 0532 0130 00',
  'GB29NWBK60161331926819',
]

/** Personal data next to, within and cut off by other characters. */
const personalTexts = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.stringMatching(/^[ .,;:/()+@a-zA-Z0-9-]{0,4}$/),
      fc.constantFrom(...pieces).chain((piece) => fc.nat(piece.length).map((end) => piece.slice(0, end))),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

describe('findPersonalData', () => {
  it.each([
    ['Write to jonas.weber+crm@mail.example.co.uk.', [{ kind: 'email', count: 1 }]],
    ['a@b.de, c@d.org', [{ kind: 'email', count: 2 }]],
    ['Call +49 171 1234567 today', [{ kind: 'phone', count: 1 }]],
    ['Call +441632960961.', [{ kind: 'phone', count: 1 }]],
    ['Tel. +44 (0)20 7946 0958', [{ kind: 'phone', count: 1 }]],
    ['Tel. 020 7946 0958 or (555) 123-4567 or 555-123-4567', [{ kind: 'phone', count: 3 }]],
    ['Tel. 0171/1234567', [{ kind: 'phone', count: 1 }]],
    ['Card 4111 1111 1111 1111, exp 12/27', [{ kind: 'card', count: 1 }]],
    ['Card 378282246310005 and 5555-5555-5555-4444', [{ kind: 'card', count: 2 }]],
    ['Pay to DE89 3704 0044 0532 0130 00 by Friday', [{ kind: 'account', count: 1 }]],
    ['IBAN GB29NWBK60161331926819.', [{ kind: 'account', count: 1 }]],
    ['BE68 5390 0754 7034 EUR', [{ kind: 'account', count: 1 }]],
    [
      'a@b.de 4111111111111111 +49 171 1234567',
      [
        { kind: 'email', count: 1 },
        { kind: 'card', count: 1 },
        { kind: 'phone', count: 1 },
      ],
    ],
  ])('finds in %j', (text, expected) => {
    expect(findPersonalData(text)).toEqual(expected)
  })

  it.each([
    ['order numbers', 'cancel purchase 113542617735902? or 00004587345, 732201349959'],
    ['a card number with a wrong digit', 'Card 4111 1111 1111 1112'],
    ['an account number with a wrong digit', 'DE89 3704 0044 0532 0130 01'],
    ['dates and times', '04.03.2026 10:30, 2026-03-04 10:30:00, 03/04/2026 - 05/04/2026, 20260304'],
    ['prices and quantities', '€1,284.00, 1 000 000, 12.500,00 and 41,040.50'],
    ['versions and addresses of computers', 'v1.2.3, 192.168.100.200, 10.0.0.1'],
    ['invoice codes', 'INV-2026-000123-0456, ISBN 978-3-16-148410-0'],
    ['handles and stray signs', '@jonas, a@b, me@, 5 + 3, 2+2 = 4'],
    ['nothing', ''],
  ])('does not take %s for personal data', (_, text) => {
    expect(findPersonalData(text)).toEqual([])
  })

  it('finds every well-formed e-mail address', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]{0,15}$/)
    fc.assert(
      fc.property(name, name, fc.constantFrom('com', 'de', 'co.uk'), (user, host, top) => {
        expect(findPersonalData(`Write to ${user}@${host}.${top}, thanks`)).toEqual([
          { kind: 'email', count: 1 },
        ])
      }),
    )
  })

  it('accepts just one of the ten possible last digits of a card', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^4\d{14}$/), (digits) => {
        const found = upTo(9).filter((last) => findPersonalData(`card ${digits}${last}`).length > 0)
        expect(found.length).toBe(1)
      }),
    )
  })

  it('accepts just one of the check digits 02 to 98 of an account', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{18}$/), (digits) => {
        const checks = upTo(98).slice(2)
        const found = checks.filter(
          (check) => findPersonalData(`DE${String(check).padStart(2, '0')}${digits}`).length > 0,
        )
        expect(found.length).toBe(1)
      }),
      { numRuns: 20 },
    )
  })

  it('never takes a row of digits for a phone number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{5,20}$/), (digits) => {
        expect(findPersonalData(`order ${digits}`).some(({ kind }) => kind === 'phone')).toBe(false)
      }),
    )
  })

  it.each([
    'a',
    '1',
    'a.',
    'a@',
    '+1',
    '+1 ',
    '0 1',
    '(0',
    '1-',
    'AB12',
    'AB12 ',
    '4111 ',
    '+111111111111111111x',
    'a@a.',
  ])('reads 200,000 characters of %j in under 100 ms', async (piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length))
    const first = await cpuTime(() => findPersonalData(text))
    const second = await cpuTime(() => findPersonalData(text))
    expect(Math.min(first, second)).toBeLessThan(100)
  })
})

describe('listPersonalData', () => {
  it.each([
    ['nothing here', []],
    [
      'Call +49 171 1234567 or write to a@b.de, card 4111 1111 1111 1111.',
      [
        { kind: 'phone', text: '+49 171 1234567' },
        { kind: 'email', text: 'a@b.de' },
        { kind: 'card', text: '4111 1111 1111 1111' },
      ],
    ],
    ['BE68 5390 0754 7034 EUR', [{ kind: 'account', text: 'BE68 5390 0754 7034' }]],
    [
      'DE89 3704 0044 0532 0130 00 0171 1234567',
      [
        { kind: 'account', text: 'DE89 3704 0044 0532 0130 00' },
        { kind: 'phone', text: '0171 1234567' },
      ],
    ],
  ])('of %j is %j', (text, expected) => {
    expect(listPersonalData(text)).toEqual(expected)
  })

  it('has the pieces findPersonalData counts', () => {
    fc.assert(
      fc.property(personalTexts, (text) => {
        const pieces = listPersonalData(text)
        for (const { kind, count } of findPersonalData(text)) {
          expect(pieces.filter((piece) => piece.kind === kind).length).toBe(count)
        }
        expect(pieces.every((piece) => text.includes(piece.text))).toBe(true)
      }),
    )
  })
})

describe('mask', () => {
  it.each([
    ['nothing here, INV-2026-000123', 'nothing here, INV-2026-000123'],
    ['Write to a@b.de or c@d.org.', 'Write to [e-mail address 1] or [e-mail address 2].'],
    ['a@b.de, c@d.org, A@B.de', '[e-mail address 1], [e-mail address 2], [e-mail address 1]'],
    ['+49 171 1234567 is +491711234567', '[phone number 1] is [phone number 1]'],
    ['Card 4111-1111-1111-1111, card 4111111111111111', 'Card [card number 1], card [card number 1]'],
    ['Pay GB29NWBK60161331926819 (+441632960961)', 'Pay [account number 1] ([phone number 1])'],
    ['BE68 5390 0754 7034 EUR', '[account number 1] EUR'],
    ['a@b.de but also xa@b.de-x', '[e-mail address 1] but also x[e-mail address 1]-x'],
  ])('of %j is %j', (text, expected) => {
    expect(mask(text)).toBe(expected)
  })

  it('leaves nothing that is found, in the text or in what it made of it', () => {
    fc.assert(
      fc.property(personalTexts, (text) => {
        const masked = mask(text)
        for (const piece of listPersonalData(text)) expect(masked).not.toContain(piece.text)
        expect(listPersonalData(masked)).toEqual([])
        expect(mask(masked)).toBe(masked)
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps every other character', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        const masked = mask(parts.map((part) => `<${part}>`).join(' and '))
        expect(masked.replace(/<[^<>]*>/g, '<>')).toBe(parts.map(() => '<>').join(' and '))
      }),
    )
  })

  it('masks 200,000 characters of addresses in under 2 s', async () => {
    const text = upTo(9999)
      .map((n) => `person${n}@example.com`)
      .join(', ')
    const spent = await cpuTime(() => expect(mask(text)).toContain('[e-mail address 10000]'))
    expect(spent).toBeLessThan(2000)
  })
})

const repliesFile = new URL('../../../../shared/data/support-replies.csv', import.meta.url)

describe.skipIf(!existsSync(repliesFile))('findPersonalData on 6,480 customer messages', () => {
  it('takes their telephone numbers, all written alike, and none of their order numbers', () => {
    const replies = readFileSync(repliesFile, 'utf8')
    const phones = findPersonalData(replies).filter(({ kind }) => kind !== 'email')
    expect(phones).toEqual([{ kind: 'phone', count: replies.split('(123) 456-7890').length - 1 }])
  })
})

if (!existsSync(repliesFile))
  console.warn(`Skipped: the customer messages are not at ${repliesFile.pathname}.`)

function upTo(last: number): number[] {
  return Array.from({ length: last + 1 }, (_, index) => index)
}
