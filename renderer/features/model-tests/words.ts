type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  modelTestsWillStandHere: 'Model tests will stand here',
  newModelTest: 'New model test',
  beforeYouSwitchToAnother:
    'Before you switch to another model or other instructions, you compare both on the same standard inputs, without knowing which is which.',
  currentAgainstNewOnThe: 'Current against new, on the same standard inputs, with the names hidden.',
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
