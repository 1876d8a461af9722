/** What one feature tells and others listen to, at once and inside the teller's transaction. */
export type Topic<News> = {
  tell: (news: News) => void
  listen: (listener: (news: News) => void) => void
}

export function createTopic<News>(): Topic<News> {
  const listeners: ((news: News) => void)[] = []
  return {
    tell: (news) => {
      for (const listener of listeners) listener(news)
    },
    listen: (listener) => {
      listeners.push(listener)
    },
  }
}
