type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  nextWorkflow: (workflowName: Shown) => `Next: ${workflowName}`,
  takeASecondLook: 'Take a second look',
  goOnWithTheSecondLook: 'Go on with the second look',
  ofTheMonthsOutputs: (outputs: Shown, month: Shown, minutes: Shown) =>
    `${outputs} of ${month}’s pool, about ${minutes}. You can stop early.`,
  backToHome: 'Back to Home',
  ofThemInASecondLook: (added: Shown) => `${added} in a second look`,
  next: 'Next',
  foundationReview: 'Foundation review',
  reviewIsDue: (month: Shown) => `${month} review is due`,
  calendarFileOfTheReviews: (part: Shown) => `Calendar file of the ${part} reviews`,
  foundation: 'Foundation',
  calendarFile: 'Calendar file',
  editingOfEachOutput: 'Editing of each output ',
  targetBelow: (targetLine: Shown) => `Target, below ${targetLine}`,
  updateLine: (updateLine: Shown) => `Update line ${updateLine}`,
  month3: 'Month 3',
  reopenThisReview: 'Reopen this review',
  itsResultIsWorkedOut:
    'Its result is worked out again when you finish it. The earlier result stays in the log.',
  whyIsItOpenedAgain: 'Why is it opened again?',
  keepItLocked: 'Keep it locked',
  reopen: 'Reopen',
  whatChanged: 'What changed',
  status: 'Status',
  asBefore: 'as before',
  runChart: 'Run chart',
  seeIt: 'See it',
  issues: 'Issues',
  readThem: 'Read them',
  outsideTheUsualRangeOf: (low: Shown) => `Outside the usual range of ${low}`,
  sixMonthsInARow: (side: Shown) => `Six months in a row ${side} the usual level`,
  none: 'None',
  ofThemTo: (found: Shown, sectionCount: Shown, part: Shown, section: Shown) =>
    `${found}, ${sectionCount} of them ${part} to ${section}`,
  editingKnownFor: (known: Shown) => `editing known for ${known}`,
  outputs: 'Outputs',
  andOfEarlierMonths: (again: Shown) => `and ${again} of earlier months again`,
  timeUsed: 'Time used',
}
