/** What can be wrong with an output, and the Foundation section that should have prevented it. */
const sectionByType = {
  'Out of date': 'Offer and prices',
  'Wrong fact': 'Offer and prices',
  'Missing fact': 'Offer and prices',
  'Made up': 'Rules',
  'Wrong tone': 'Tone',
  'Wrong term': 'Terms',
  'Off the request': 'Customers',
  'Too long': 'Rules',
  Other: null,
} as const satisfies Record<string, string | null>

/** What mostly misses where one of the usual standards is not met. */
const typesByStandard: Readonly<Record<string, readonly string[]>> = {
  accurate: ['Out of date', 'Wrong fact', 'Made up'],
  complete: ['Missing fact', 'Off the request'],
  'right tone': ['Wrong tone', 'Too long'],
  'right terms': ['Wrong term'],
  'safe to send': ['Made up', 'Wrong fact'],
}

/** The issue types that belong to a standard by its name; none for a standard of the company’s own. */
export const typesOfStandard = (name: string): readonly string[] => typesByStandard[name.toLowerCase()] ?? []

/** In the order of their digits, which never moves. */
export const issueTypes: readonly string[] = Object.keys(sectionByType)

/** The sections of a Foundation, until the company has named its own. */
export const foundationSections: readonly string[] = [
  'Offer and prices',
  'Positioning',
  'Customers',
  'Tone',
  'Terms',
  'Rules',
  'Examples',
]

/** The section an issue of this type usually points to, if it is among `sections` and as it is written there. */
export function sectionOfIssue(type: string, sections: readonly string[]): string | null {
  const usual = Object.hasOwn(sectionByType, type) ? sectionByType[type as keyof typeof sectionByType] : null
  return sections.find((name) => name.toLowerCase() === usual?.toLowerCase()) ?? null
}
