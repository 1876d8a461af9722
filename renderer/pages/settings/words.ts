type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  general: 'General',
  people: 'People',
  calendar: 'Calendar',
  modelTests: 'Model tests',
  settings: 'Settings',
  pagesOfSettings: 'Pages of Settings',
  company: 'Company',
  preferences: 'Preferences',
  backups: 'Backups',
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
  dataFolder: 'Data folder',
  lastCheckedBackup: 'Last checked backup',
  noneYet: 'None yet',
  aBackupIsACopy:
    'A backup is a copy of everything in one file, opened and checked before it counts. They are in the backups folder inside the data folder. Copy one to another disk now and then.',
  backUpNow: 'Back up now',
  backedUpAndChecked: 'Backed up and checked',
}
