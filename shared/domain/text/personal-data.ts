export type PersonalDataKind = 'email' | 'phone' | 'card' | 'account'

/** A kind of personal data and how many pieces of it a text seems to hold. */
export type PersonalDataFinding = { kind: PersonalDataKind; count: number }

/** One piece of personal data as it stands in a text. */
export type PersonalDataPiece = { kind: PersonalDataKind; text: string }

const kinds: readonly PersonalDataKind[] = ['email', 'account', 'card', 'phone']

const standInNames: Record<PersonalDataKind, string> = {
  email: 'e-mail address',
  phone: 'phone number',
  card: 'card number',
  account: 'account number',
}

// Every pattern has a fixed or bounded length at each step, so the time grows only with the text.
const emailPattern = /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-])/gi
const accountPattern = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])/g
const cardPattern =
  /(?<![\d+.,-])[3-6]\d{3}(?:[ -]?\d{4}){3}(?![\d-])|(?<![\d+.,-])3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?![\d-])/g
const internationalPhone =
  /(?<![\w+])\+\d{1,15}(?:[ ./-]{0,2}\(\d{1,5}\)\d{0,12}|[ ./-]{1,2}\d{1,12}){0,6}(?!\w)/g
const groupedPhone =
  /(?<![\w+.,/-]|\d )(?:\(0?\d{2,5}\)|0\d{1,5}|\d{3}(?=[ .-]\d{3}[ .-]\d{4}(?!\d)))(?:[ ./-]{1,2}\d{2,8}){1,4}(?![\w/]|[.,-]\d)/g
const startsWithDate = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/

/**
 * The kinds of personal data a text seems to hold, with counts. Prefers missing one to crying wolf: a plain
 * row of digits is never a phone number, cards must pass the Luhn check and accounts (IBAN) mod 97.
 */
export function findPersonalData(text: string): PersonalDataFinding[] {
  const found = locate(text)
  return kinds.flatMap((kind) => {
    const count = found.filter((piece) => piece.kind === kind).length
    return count > 0 ? [{ kind, count }] : []
  })
}

/** Every piece of personal data a text seems to hold, in the order of the text. */
export function listPersonalData(text: string): PersonalDataPiece[] {
  return locate(text).map(({ kind, text: piece }) => ({ kind, text: piece }))
}

/**
 * The text with a stand-in such as "[phone number 1]" for every piece of personal data. The same value, however
 * it is written, has the same number. Nothing `listPersonalData` finds is left, in the text or in the result.
 */
export function mask(text: string): string {
  const given: StandIns = { email: new Map(), phone: new Map(), card: new Map(), account: new Map() }
  let masked = text
  // What one pass takes out can be what kept its neighbour from being recognised.
  for (let found = locate(masked); found.length > 0; found = locate(masked)) {
    let from = 0
    const parts = found.map((piece) => {
      const before = masked.slice(from, piece.at)
      from = piece.at + piece.text.length
      return before + standInOf(piece, given)
    })
    masked = parts.join('') + masked.slice(from)
    // The same characters may stand where they are not recognised, for example within a longer word.
    const written = new Map(found.map((piece) => [piece.text, standInOf(piece, given)]))
    for (const [piece, standIn] of written) masked = masked.replaceAll(piece, standIn)
  }
  return masked
}

/** The stand-ins given so far: by kind, by the value however written. */
type StandIns = Record<PersonalDataKind, Map<string, string>>

function standInOf({ kind, text }: PersonalDataPiece, given: StandIns): string {
  const hasLetters = kind === 'email' || kind === 'account'
  const value = hasLetters ? text.replaceAll(' ', '').toLowerCase() : digitsOf(text)
  const standIn = given[kind].get(value) ?? `[${standInNames[kind]} ${given[kind].size + 1}]`
  given[kind].set(value, standIn)
  return standIn
}

type LocatedPiece = PersonalDataPiece & { at: number }

/** The pieces with where each starts, in the order of the text. */
function locate(text: string): LocatedPiece[] {
  let rest = text
  const pieces: LocatedPiece[] = []
  const take = (
    kind: PersonalDataKind,
    pattern: RegExp,
    accept: (found: string) => string | null = (found) => found,
  ) => {
    rest = rest.replace(pattern, (found, at: number) => {
      const piece = accept(found)
      if (piece === null) return found
      pieces.push({ kind, text: piece, at })
      // What was recognised must not be recognised again as something else; its place is kept.
      return ` ${';'.repeat(piece.length - 2)} ${found.slice(piece.length)}`
    })
  }
  // The search below looks at every word; most texts hold no @ at all.
  if (text.includes('@')) take('email', emailPattern)
  take('account', accountPattern, accountIn)
  take('card', cardPattern, (found) => (passesLuhn(found) ? found : null))
  take('phone', internationalPhone, (found) => (isPhone(found) ? found : null))
  take('phone', groupedPhone, (found) => (isPhone(found) ? found : null))
  return pieces.sort((first, second) => first.at - second.at)
}

function isPhone(found: string): boolean {
  const digits = digitsOf(found).length
  return digits >= 9 && digits <= 15 && !startsWithDate.test(found)
}

/** The check digit rule of payment cards (ISO/IEC 7812-1). */
function passesLuhn(found: string): boolean {
  const sum = [...digitsOf(found)].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** The account number a match starts with: up to two groups at its end may be the next words. */
function accountIn(found: string): string | null {
  const groups = found.split(' ')
  const wholes = [0, 1, 2].map((dropped) => groups.slice(0, groups.length - dropped))
  return wholes.find((whole) => passesMod97(whole.join('')))?.join(' ') ?? null
}

/** Letters become numbers and the whole leaves 1 when divided by 97 (ISO 13616). */
function passesMod97(characters: string): boolean {
  if (characters.length < 15 || characters.length > 34) return false
  const moved = characters.slice(4) + characters.slice(0, 4)
  let remainder = 0
  for (const character of moved) {
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder === 1
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
