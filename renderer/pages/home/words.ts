type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  ofEach: (results: Shown, outputs: Shown) => `${results}, ${outputs} each`,
  ofAll: (shown: Shown, all: Shown) => `${shown} of ${all} workflows, what needs you first. See them all`,
  skip: (month: Shown) => `Skip ${month}`,
  workflows: 'Workflows',
  resultsComeWithTheFirst: 'Results come with the first finished review',
  latestResults: 'Latest results',
  likelyRangeInGrey: (which: Shown) => `${which} · likely range in grey`,
  yourCompany: 'your company',
  wentBackTo: (company: Shown, moment: Shown) =>
    `You went on from the copy of ${company} of ${moment}. What was here before is put aside.`,
  seeBackups: 'See backups',
}
