type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  skip: (month: Shown) => `Skip ${month}`,
  workflows: 'Workflows',
  resultsComeWithTheFirst: 'Results come with the first finished review',
  latestResults: 'Latest results',
  likelyRangeInGrey: (which: Shown) => `${which} · likely range in grey`,
}
