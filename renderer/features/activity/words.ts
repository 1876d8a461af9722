type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  whatTheLogIs:
    'Every change is written down here as it is saved, by Evenkeel itself. No entry can be changed or taken out.',
  checkTheChain: 'Check the chain',
  chain: 'Is the log whole?',
  whatTheChainIs:
    'Each entry carries a code over itself and all before it, so damage and changes made by other programs show.',
  lastCode: (count: Shown, code: Shown) => `The last of ${count} entries ends in the code ${code}.`,
  sealedWith: (seq: Shown, code: Shown) =>
    `The newest seal is entry ${seq}, code ${code}: its reports print the same.`,
  search: 'Search',
  who: 'Who',
  everybody: 'Everybody',
  kind: 'Kind',
  allKinds: 'All kinds',
  workflow: 'Workflow',
  allWorkflows: 'All workflows',
  from: 'From',
  to: 'To',
  showAll: 'Show all',
  activity: 'Activity',
  when: 'When',
  what: 'What',
  before: 'Before',
  after: 'After',
  field: 'Field',
  beforeAndAfter: 'Before and after',
  nothing: 'Nothing',
  more: (count: Shown) => `and ${count} more`,
  hidden: 'Hidden until the last pair of the model test is judged.',
  noEntryMatches: 'No entry matches.',
  newestFirst: 'newest first',
  noDetails: 'This entry says only that it was done.',
  close: 'Close',
  entry: (seq: Shown) => `Entry ${seq}`,
  by: (who: Shown, when: Shown) => `${who}, ${when}`,
}
