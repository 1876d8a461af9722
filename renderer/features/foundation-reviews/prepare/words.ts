type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  discardThisPreparation: 'Discard this preparation?',
  discardThePreparation: 'Discard the preparation',
  theDateAndTheNames: 'The date and the names go. The sections, issues and signals stay as they are.',
  enterTheDayOfThe: 'Enter the day of the review.',
  whenAndWithWhom: 'When and with whom',
  saveTheDateAndThe: 'Save the date and the people',
  saveTheInvitation: 'Save the invitation',
  date: 'Date',
  whoIsThere: 'Who is there',
  theProcessOwnersAndWhoever: 'The process owners and whoever checks the sections.',
  name: (index: Shown) => `Name ${index}`,
  name2: 'Name',
  role: (index: Shown) => `Role ${index}`,
  role2: 'Role',
  removeLine: (index: Shown) => `Remove line ${index}`,
  remove: (name: Shown) => `Remove ${name}`,
  addAPerson: 'Add a person',
  notSaved: 'Not saved',
}
