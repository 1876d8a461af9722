type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  myEstimate: 'my estimate',
  toldByThePerson: 'told by the person',
  fromTheFile: 'From the file',
  thisIs: 'This is',
  whereTheMinutesComeFrom: 'Where the minutes come from',
  setUp: (name: Shown) => `Set up ${name}`,
  noEditingFigure: 'No editing figure',
  review: (name: Shown) => `Review ${name}`,
  allJudged: (total: Shown) => `All ${total} judged`,
  checkAndFinish: (name: Shown) => `Check and finish ${name}`,
  collectOutputsFor: (workflowName: Shown) => `Collect outputs for ${workflowName}`,
  nothingCollectedForThisMonth: 'Nothing collected for this month',
  drawTheSampleFor: (workflowName: Shown) => `Draw the sample for ${workflowName}`,
  about: (time: Shown, size: Shown) => `About ${time}. ${size}.`,
}
