type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  foundation: 'Foundation',
  document: 'Document',
  goBackToVersion: (number: Shown) => `Go back to version ${number}`,
  itWasTriedOutFrom: (liveOn: Shown) => `It was tried out from ${liveOn}`,
  itCameIntoForceOn: (since: Shown) => `It came into force on ${since}`,
  workflow: 'Workflow',
  addASection: 'Add a section',
  bringInADocument: 'Bring in a document',
  noSectionsYet: 'No sections yet',
  theFoundationIsWhatYour:
    'The Foundation is what your AI works from, section by section: offer and prices, tone, terms, rules; every wording is kept, with who checked it last.',
  searchEveryWordingAlsoEarlier: 'Search every wording, also earlier ones',
  sections: 'Sections',
  retiredFacts: 'Retired facts',
  aDocxMdOrTxt:
    'A .docx, .md or .txt file. Every heading starts a section; you see them before anything is kept.',
  retiredFact: 'Retired fact',
  itIsTrueAgain: 'It is true again',
  edit: 'Edit',
  inItsPlace: 'In its place',
  nothing: 'Nothing',
  retiredOn: 'Retired on',
  section: 'Section',
  itIsNotInAny: 'It is not in any wording in force, and in no output that was drawn for a review since.',
  wordingsInForce: 'Wordings in force',
  outputs: 'Outputs',
  showAll: (length: Shown) => `Show all ${length}`,
  versionInForce: (version: Shown) => `version ${version}, in force`,
  stillInTheFinalVersion: 'Still in the final version',
  takenOutInTheFinal: 'Taken out in the final version',
  addARetiredFact: 'Add a retired fact',
  noRetiredFactsYet: 'No retired facts yet',
  aPriceANameOr:
    'A price, a name or a term that is no longer true. Evenkeel looks for it in every output you review from then on, and in the wordings in force.',
  lookedForInEveryOutput:
    'Looked for in every output drawn for a review since then, and in the wordings in force.',
  noLongerTrue: 'No longer true',
  since: 'Since',
  stillFoundIn: 'Still found in',
  isTrueAgainAndNo: (term: Shown) => `“${term}” is true again and no longer looked for.`,
  undo: 'Undo',
}
