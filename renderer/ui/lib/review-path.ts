/** True for the page of a review or comparison at work, which fills the window and says itself what is wrong. */
export const isReviewPath = (path: string) =>
  /^\/review\/\d+$/.test(path) ||
  /^\/foundation-review\/\d+\/session$/.test(path) ||
  /^\/model-test\/\d+\/compare$/.test(path)

/** True for a page that takes the whole window: a review at work, a step of a set-up, or a document to print. */
export const isFullWindowPath = (path: string) =>
  isReviewPath(path) ||
  /^\/workflows\/new(\/\w+)?$/.test(path) ||
  /^\/foundation-review\/\d+\/(pre-read|record|owners)$/.test(path) ||
  /^\/model-test\/\d+\/record$/.test(path)
