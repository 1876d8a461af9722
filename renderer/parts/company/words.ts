type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  enterTheCompanyName: 'Enter the company name.',
  company: 'Company',
  yourName: 'Your name',
  shownOnHomeAndAs: 'Shown on Home and as the author of reports',
  dayOfTheMonthAfter: (index: Shown) => `Day ${index} of the month after`,
  lastDayOfTheMonth: 'Last day of the month itself',
  monthlyReviewsAreDueBy: 'Monthly reviews are due by',
}
