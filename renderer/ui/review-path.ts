/** True for the page of a review at work, which fills the window and says itself what is wrong. */
export const isReviewPath = (path: string) => /^\/review\/\d+$/.test(path)
