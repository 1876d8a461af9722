type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  reports: 'Reports',
  reviewWorkbook: 'Review workbook',
  oneExcelFileForA:
    'One Excel file for a month: a summary that leads with the result, every reviewed output, the issues and the changes, and a guide to each column.',
  finishAReviewFirstThe: 'Finish a review first: the workbook is made from it.',
  month: 'Month',
  addTheTextsOfThe: 'Add the texts of the outputs',
  theyMayHoldNamesAnd: 'They may hold names and other personal data. Leave this off for a file you pass on.',
  inTheTwelveMonthsTo: (month: Shown, counts: Shown) => `In the twelve months to ${month}: ${counts}.`,
  notFinished: (month: Shown) => `${month}, not finished`,
  changeLog: 'Change log',
  everyChangeWithItsDate: 'Every change with its date, workflow, kind, wording and reason.',
}
