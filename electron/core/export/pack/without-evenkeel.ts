import { htmlPage } from './html-page.ts'

/** The page that lies in everything saved in one file. */
export const withoutEvenkeel = htmlPage('How to read this without Evenkeel', [
  'This is a whole company as Evenkeel keeps it. You need no Evenkeel to read it.',
  {
    rows: [
      { term: 'csv', meaning: 'Each table for a spreadsheet: UTF-8, commas, one row a line.' },
      { term: 'json', meaning: 'The same tables for programs: one list, one row a line, nothing rounded.' },
      {
        term: 'data dictionary.csv',
        meaning: 'Every column of every table: its type, and what it refers to.',
      },
      { term: 'evenkeel.db', meaning: 'The same again as one SQLite 3 database.' },
    ],
  },
  { heading: 'The tables to begin with' },
  {
    rows: [
      { term: 'workflows', meaning: 'The jobs the AI does.' },
      { term: 'outputs', meaning: 'What the AI wrote, and the final version where it is known.' },
      {
        term: 'reviews, review_items, marks',
        meaning: 'The monthly reviews, the outputs drawn, and how each was marked.',
      },
      { term: 'documents, versions', meaning: 'Foundation, prompts and models with every wording they had.' },
      { term: 'changes', meaning: 'The change log.' },
      {
        term: 'audit',
        meaning: 'The activity log: who did what and when, with the state before and after as JSON.',
      },
    ],
  },
  { heading: 'What the values mean' },
  'Days are YYYY-MM-DD and months YYYY-MM. Moments are ISO 8601 in UTC. Shares are fractions: 0.178 is 17.8 %. Yes and no are 1 and 0. An empty cell is unknown or does not apply; a zero is a zero. A column that ends in _id holds the id of a row of another table.',
  'In CSV, a text that a spreadsheet could take for a formula has an apostrophe in front. JSON and the database hold it as it is.',
  'In the table audit each entry holds the SHA-256 of the entry before it, so that a change shows. API keys are in none of these files.',
  { heading: 'To go on with Evenkeel' },
  'Choose this .zip in Settings, Backups, or on the first page of an Evenkeel that has no company yet. It is the same company then.',
])
