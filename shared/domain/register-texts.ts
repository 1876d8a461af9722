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
  decides: {
    label: 'What it decides',
    description: 'What it writes, sorts or decides, and what a person still decides',
    header: 'Decides',
    meaning: 'What it writes, sorts or decides, and what a person still decides.',
    missing: 'What it decides is not written down',
  },
  decidesFrom: {
    label: 'On which data',
    description: 'What it is given for each output: messages, orders, notes, people’s names',
    header: 'On which data',
    meaning: 'What it is given for each output.',
    missing: 'On which data it decides is not written down',
  },
  oversight: {
    label: 'Human oversight',
    description: 'Who looks at the outputs before they go out, and what they may stop',
    header: 'Human oversight',
    meaning: 'Who looks at the outputs, and what they may stop.',
    missing: 'Who watches over it is not written down',
  },
  whoIsTold: {
    label: 'Who is told when a line is crossed',
    description: 'Who hears of it when the editing goes above the update line, and how soon',
    header: 'Who is told',
    meaning: 'Who hears of it when a line is crossed, and how soon.',
    missing: 'Who is told when a line is crossed is not written down',
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
