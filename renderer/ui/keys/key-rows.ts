/** Keys as they are printed, and what they do; two that end in a digit are the ends of a range. */
export type KeyRow = readonly [keys: readonly string[], meaning: string]

/** Every key of a review, in the order of its work. */
export const judgingKeys: readonly KeyRow[] = [
  [['A'], 'All standards met'],
  [['1', '9'], 'Not met, or choose in the active group'],
  [['Shift+1', 'Shift+9'], 'Doesn’t apply'],
  [['0'], 'More types of issue'],
  [['↑', '↓'], 'Previous and next group'],
  [['Enter'], 'Save and next'],
  [['Mod+Enter'], 'Save and next, also from inside a text'],
  [['←', '→'], 'Back, and on without finishing'],
  [['S'], 'Can’t judge: a reserve takes its place'],
  [['F'], 'Flag'],
  [['N'], 'Note'],
  [['R'], 'Use a recent note again'],
]

export const readingKeys: readonly KeyRow[] = [
  [['V'], 'Change the view'],
  [['PgUp', 'PgDn'], 'A page up and down'],
  [['Space'], 'A page down, with Shift a page up'],
]

export const keysEverywhere: readonly KeyRow[] = [
  [['Mod+1', 'Mod+6'], 'Home to Reports, in the order of the side bar'],
  [['Mod+,'], 'Settings'],
  [['Mod+Shift+L'], 'Note a signal'],
  [['Mod+Z'], 'Undo the last action'],
  [['Esc'], 'Leave a field, close a dialog'],
  [['?'], 'These keys'],
]
