type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  modelTestsWillStandHere: 'Model tests will stand here',
  newModelTest: 'New model test',
  beforeYouSwitchToAnother:
    'Before you switch to another model or other instructions, you compare both on the same standard inputs, without knowing which is which.',
  currentAgainstNewOnThe: 'Current against new, on the same standard inputs, with the names hidden.',
  modelsInUse: 'Models in use',
  whenAModelIsRetired:
    'When a provider retires a model, a test and a pilot have to be over before. The days come with the list of models, or are entered here.',
  workflow: 'Workflow',
  model: 'Model',
  retiredOn: 'Retired on',
  retiredOnOf: (model: Shown, workflow: Shown) => `Day ${model} of ${workflow} is retired`,
  fromTheListOfModels: 'From the list of models',
  startATestBy: 'Start a test by',
  noDateKnown: 'No date known',
  daysForTestAndPilot: (days: Shown) => `${days} days for the test, 28 for a pilot.`,
  yourOwnTook: (time: Shown) => ` Your own tests took ${time} of judging.`,
  setUp: 'Set up',
  getTheOutputs: 'Get the outputs',
  compareBlind: 'Compare blind',
  revealAndDecide: 'Reveal and decide',
  ruleAgreedFixed: (inputs: Shown) => `Rule agreed, ${inputs} fixed`,
  namesInstructionsAndTheRule: 'Names, instructions and the rule',
  agreeTheRuleFirst: 'Agree the rule first',
  needsEveryOutput: 'Needs every output',
  theNamesAreHidden: 'The names are hidden',
  bothSidesWroteTheSame: 'Both sides wrote the same everywhere',
  theNamesAreRevealed: 'The names are revealed',
  judgeThePairsFirst: 'Judge the pairs first',
  everyPairIsJudged: 'Every pair is judged',
  possibleBeforeTheLastPair: 'Possible before the last pair, with the rest unjudged',
}
