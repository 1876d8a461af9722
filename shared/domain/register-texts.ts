type RegisterText = {
  /** As the form calls it, and what to write there. */
  readonly label: string
  readonly description: string
  /** As the workbook calls it, and what the workbook's guide says of it. */
  readonly header: string
  readonly meaning: string
  /** What is missing while nothing is written. */
  readonly missing: string
}

const texts = {
  oversight: {
    label: 'Human oversight',
    description: 'Who looks at the outputs before they go out, and what they may stop',
    header: 'Human oversight',
    meaning: 'Who looks at the outputs, and what they may stop.',
    missing: 'Who watches over it is not written down',
  },
  whenItFails: {
    label: 'What to do when it fails',
    description: 'Whom to tell, how the work goes on without it, who may switch it on again',
    header: 'When it fails',
    meaning: 'What to do when it fails.',
    missing: 'What to do when it fails is not written down',
  },
} as const satisfies Readonly<Record<string, RegisterText>>

export type RegisterTextId = keyof typeof texts

/** The texts of a register entry, in their order: the form, the gaps, the workbook and the contract read them here. */
export const registerTexts: Readonly<Record<RegisterTextId, RegisterText>> = texts
export const registerTextIds = Object.keys(texts) as RegisterTextId[]

/** A value for each text. */
export const eachRegisterText = <T>(make: (id: RegisterTextId) => T): Record<RegisterTextId, T> =>
  Object.fromEntries(registerTextIds.map((id) => [id, make(id)])) as Record<RegisterTextId, T>
