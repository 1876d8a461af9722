type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  workflows: 'Workflows',
  newWorkflow: 'New workflow',
  qualityStandardsFor: (name: Shown) => `Quality standards for ${name}`,
  continueToQualityStandards: 'Continue to quality standards',
  whatEveryOutputMustDo:
    'What every output must do. These five are a start: change them to your words. An output that misses a must-pass standard is not fit to send.',
  setUpThisWorkflow: 'Set up this workflow',
  back: 'Back',
  output: 'Output',
  outputFrom: (month: Shown) => `Output from ${month}`,
  editingNotKnown: 'Editing not known',
  editing: (editing: Shown) => `Editing ${editing}`,
  aiVersionNoFinalVersion: 'AI version; no final version came with it',
  noDate: 'No date',
  standsTimesInTheMonth: (copies: Shown) => `stands ${copies} times in the month`,
  results: 'Results',
  outputs: 'Outputs',
  issues: 'Issues',
  standards: 'Standards',
  promptAndModel: 'Prompt and model',
  standardInputs: 'Standard inputs',
  register: 'Register',
  workflow: 'Workflow',
  logAChange: 'Log a change',
  noWorkflowsYet: 'No workflows yet',
  aWorkflowIsOneJob: 'A workflow is one job the AI does for you, for example customer replies.',
}
