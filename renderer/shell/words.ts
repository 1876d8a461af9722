type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  sampleCompany: 'Sample company',
  sampleCompany2: 'Sample company.',
  nothingHereIsYours: ' Nothing here is yours.',
  startMyCompany: 'Start my company',
  thatDidNotWorkTry: 'That did not work. Try again.',
  skipToThePage: 'Skip to the page',
  evenkeel: 'Evenkeel',
  places: 'Places',
  noteASignal: (keyName: Shown) => `Note a signal (${keyName})`,
  noteASignal2: 'Note a signal',
  settings: 'Settings',
  savedAs: (name: Shown) => `Saved ${name}.`,
  showInFolder: 'Show in folder',
  close: 'Close',
  lastCheckedBackup: 'Last checked backup',
  theseKeys: 'These keys',
  reviews: 'Reviews',
  workflows: 'Workflows',
  foundation: 'Foundation',
  changes: 'Changes',
  reports: 'Reports',
}
