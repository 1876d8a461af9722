type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  done: (steps: Shown) => `Done ${steps}`,
  whatLedToIt: 'What led to it',
  decidedInTheFoundationReview: (heldOn: Shown) => `Decided in the Foundation review of ${heldOn}`,
  showAllSignals: (length: Shown) => `Show all ${length} signals`,
  why: 'Why',
  commonReasons: 'Common reasons',
}
