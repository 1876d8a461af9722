export type PersonalDataKind = 'email' | 'phone' | 'card' | 'account'

/** A kind of personal data and how many pieces of it a text seems to hold. */
export type PersonalDataFinding = { kind: PersonalDataKind; count: number }

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
  let rest = text
  const findings: PersonalDataFinding[] = []
  const take = (kind: PersonalDataKind, patterns: readonly RegExp[], accepts: (found: string) => boolean) => {
    let count = 0
    for (const pattern of patterns) {
      rest = rest.replace(pattern, (found) => {
        if (!accepts(found)) return found
        count++
        // What was recognised must not be recognised again as something else.
        return ' ; '
      })
    }
    if (count > 0) findings.push({ kind, count })
  }
  // The search below looks at every word; most texts hold no @ at all.
  if (text.includes('@')) take('email', [emailPattern], () => true)
  take('account', [accountPattern], isAccount)
  take('card', [cardPattern], passesLuhn)
  take('phone', [internationalPhone, groupedPhone], isPhone)
  return findings
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

/** True when the match is an account number, leaving out up to two groups at its end that may be the next words. */
function isAccount(found: string): boolean {
  const groups = found.split(' ')
  return [0, 1, 2].some((dropped) => passesMod97(groups.slice(0, groups.length - dropped).join('')))
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
