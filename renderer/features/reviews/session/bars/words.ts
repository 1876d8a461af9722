type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  titleOf: (month: Shown, isSecond: boolean) => `${month} review${isSecond ? ', second look' : ''}`,
  stopHere: 'Stop here',
  back: 'Back',
  skip: 'Skip',
  cantJudge: 'Can’t judge',
  flagged: 'Flagged',
  flag: 'Flag',
  note: 'Note',
  keys: 'Keys',
  undo: (undoLabel: Shown) => `Undo “${undoLabel}”`,
  saveAndReturn: 'Save and return',
  saveAndCheck: 'Save and check',
  saveAndNext: 'Save and next',
  outputOf: (index: Shown, length: Shown) => `Output ${index} of ${length}`,
  onThisOne: (itemMs: Shown) => `${itemMs} on this one.`,
  flagAndMoveOn: 'Flag and move on',
  aboutLeftAtThisPace: (left: Shown) => `about ${left} left at this pace`,
  usedInAll: (formatMinutes: Shown) => `${formatMinutes} used in all. `,
  finishThisWorkflowAndStop: 'Finish this workflow and stop',
  left: (open: Shown) => ` · ${open} left`,
  used: (secondsUsed: Shown) => `${secondsUsed} used`,
}
