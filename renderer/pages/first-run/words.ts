type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  step1Of5: 'Step 1 of 5',
  yourCompany: 'Your company',
  itStandsOnYourReports: 'It stands on your reports. You can change it later.',
  continueWord: 'Continue',
  step2Of5: 'Step 2 of 5',
  anotherAiWorkflow: 'Another AI workflow',
  yourFirstAiWorkflow: 'Your first AI workflow',
  thereIsAlreadyAWorkflow: (name: Shown) =>
    `There is already a workflow called ${name}. Choose another name.`,
  step3Of5: (name: Shown) => `Step 3 of 5 · ${name}`,
  whatEveryOutputMustDo: 'What every output must do',
  inAReviewYouMark:
    'In a review you mark each output Met or Not met on these. Take them as they are or say them in your own words. An output that misses a must-pass is not fit to send.',
  step4Of5: (name: Shown) => `Step 4 of 5 · ${name}`,
  howEditingIsMeasured: 'How editing is measured',
  editingIsHowMuchOf: 'Editing is how much of the work people still redo after the AI.',
  back: 'Back',
  finishLater: 'Finish later',
  keepYourAiWorkflowsOn: 'Keep your AI workflows on standard',
  twoHoursAMonthDraw:
    'Two hours a month: draw ten outputs of each workflow at random, mark them, and see early when one needs an update.',
  fiveShortQuestionsAboutTen:
    'Five short questions, about ten minutes. You can stop and come back at any point.',
  startMyCompany: 'Start my company',
  sampleCompany: 'Sample company',
  threeWorkflowsWithMoreThan:
    'Three workflows with more than a year of reviews. It stays apart from anything of yours.',
  lookAroundTheSampleCompany: 'Look around the sample company',
  everythingStaysOnThisComputer: 'Everything stays on this computer. Evenkeel sends nothing anywhere.',
}
