type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  outputsSeenAgain: 'Show outputs of earlier months again',
  oneOrTwoUnlabelled:
    'One or two come back in a monthly review, unlabelled. They count in no figure; they show how often you give the same output the same marks.',
  general: 'General',
  people: 'People',
  calendar: 'Calendar',
  modelTests: 'Model tests',
  settings: 'Settings',
  pagesOfSettings: 'Pages of Settings',
  company: 'Company',
  preferences: 'Preferences',
  backups: 'Backups',
  activity: 'Activity',
  bin: 'Bin',
  whatLeftThisComputer: 'What left this computer',
  evenkeel: (version: Shown) => `Evenkeel ${version}`,
  saveNames: 'Save names',
  saved: 'Saved',
  asTheSystem: 'As the system',
  light: 'Light',
  dark: 'Dark',
  theme: 'Theme',
  singleKeys: 'Single keys',
  a1To9Enter:
    'A, 1 to 9, Enter and the other keys of a review, and ? for the list of keys. Off, everything still works with Tab, Space and Enter.',
}
