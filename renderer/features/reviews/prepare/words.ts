type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  monthlyReviewsWillStandHere: 'Monthly reviews will stand here',
  setUpAWorkflow: 'Set up a workflow',
  onceAMonthYouJudge: 'Once a month you judge ten outputs of each AI workflow. It starts with one workflow.',
  skipped: (workflows: Shown) => `${workflows} skipped`,
  used: (time: Shown) => `${time} used`,
  open: 'Open',
  closed: 'Closed',
  overdueSince: (dueOn: Shown) => `Overdue since ${dueOn}`,
  fromBeforeYouStarted: 'From before you started',
  fillAnEarlierMonthFrom: 'Fill an earlier month from history',
  itIsNeverOverdue: 'It is never overdue.',
  chooseAMonth: 'Choose a month',
}
