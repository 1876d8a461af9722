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
  tellMeOnTheDay: 'Tell me on the day a review is due',
  onceThatDay:
    'A note of this computer, once that day, while Evenkeel is open. It says which review is due and nothing else.',
}
