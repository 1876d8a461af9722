/** What the screens of this folder say. */
export const words = {
  step1Of5: 'Step 1 of 5',
  yourCompany: 'Your company',
  itStandsOnYourReports: 'It stands on your reports. You can change it later.',
  continueWord: 'Continue',
  step2Of5: 'Step 2 of 5',
  anotherAiWorkflow: 'Another AI workflow',
  yourFirstAiWorkflow: 'Your first AI workflow',
  step3Of5: 'Step 3 of 5',
  step4Of5: 'Step 4 of 5',
  back: 'Back',
  keepYourAiWorkflowsOn: 'Keep your AI workflows on standard',
  twoHoursAMonthDraw:
    'Two hours a month: draw ten outputs of each workflow at random, mark them, and see early when one needs an update.',
  fiveShortQuestionsAboutTen:
    'Five short questions, about ten minutes. You can stop and come back at any point.',
  startMyCompany: 'Start my company',
  aCopyIsIn: (company: string, moment: string, folder: string) =>
    `A copy of ${company} of ${moment} is in ${folder}.`,
  openIt: 'Open it',
  sampleCompany: 'Sample company',
  threeWorkflowsWithMoreThan:
    'Three workflows with more than a year of reviews. It stays apart from anything of yours.',
  lookAroundTheSampleCompany: 'Look around the sample company',
  everythingStaysOnThisComputer: 'Everything stays on this computer. Evenkeel sends nothing anywhere.',
}
