type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  step5Of5: 'Step 5 of 5',
  readyForYourFirstReview: 'Ready for your first review',
  theReviewIsDueBy: (month: Shown, dueOn: Shown) =>
    `The ${month} review is due by ${dueOn}. It takes about two hours and can be done in parts.`,
  measuredByOutputsInA: (name: Shown, sampleSize: Shown) =>
    `Measured by ${name}, ${sampleSize} outputs in a review`,
  goToHome: 'Go to Home',
  back: 'Back',
  addAnotherWorkflow: 'Add another workflow',
}
