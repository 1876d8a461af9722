type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  output: 'Output',
  standards: 'Standards',
  issue: 'Issue',
  satisfaction: 'Satisfaction',
  editing: 'Editing',
  change: 'Change',
  flagged: 'Flagged',
  changeOutput: (position: Shown) => `Change output ${position}`,
  none: 'None',
  notFinishedYet: 'Not finished yet',
  withAnIssue: 'With an issue',
  everyStandardMet: 'Every standard met',
  notProvided: 'Not provided',
  noneApplies: 'None applies',
  byItsUser: 'by its user',
  byYou: 'by you',
  fromTheFile: 'from the file',
}
