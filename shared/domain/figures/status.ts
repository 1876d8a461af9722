/** A workflow's lines, as fractions: below `target` is on target, above `update` an update is suggested. */
export type Lines = { target: number; update: number }

export const defaultLines: Readonly<Lines> = { target: 0.15, update: 0.2 }

/** How the outputs of a month were chosen. */
export type SampleKind = 'random' | 'by_hand'
