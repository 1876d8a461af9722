/** What the screens of this folder say. */
export const words = {
  reports: 'Reports',
  nothingToReport: 'Nothing to report yet',
  finishFirst: 'Finish a review: its page for leadership is made here.',
  toReviews: 'Go to Reviews',
  changeLog: 'Change log',
  everyChange: 'Every change with its date, workflow, kind, wording and reason.',
  asSavedOn: (day: string) => `As saved on ${day}`,
  saveAsPdf: 'Save as PDF',
}
