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
  aboutThisOutput: 'About this output',
  results: 'Results',
  finding: 'Finding',
  outputsAndIssues: 'Outputs and issues',
  wording: 'Wording',
  testInputs: 'Test inputs',
  setUp: 'Set-up',
  workflowAndLines: 'Workflow and lines',
  standards: 'Quality standards',
  register: 'Register',
  reviewDue: (month: Shown, day: Shown) => `${month} review due ${day}`,
  reviewOverdue: (month: Shown, day: Shown) => `${month} review overdue since ${day}`,
  workflow: 'Workflow',
  search: 'Search by name or owner',
  noWorkflowMatches: 'No workflow matches.',
  howMany: (found: number, all: number, isSorted: boolean) =>
    `${found === all ? '' : `${found} of `}${all} workflows${isSorted ? '' : ', what needs you first'}`,
  logAChange: 'Log a change',
  noWorkflowsYet: 'No workflows yet',
  aWorkflowIsOneJob: 'A workflow is one job the AI does for you, for example customer replies.',
  saveTheRegister: 'Save the register as a workbook',
}
