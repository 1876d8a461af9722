import { createSeconds, type Spent } from './seconds.ts'

type News<Place, Id> = { readonly place: Place; readonly spent: readonly Spent<Id>[] }

type Options<Place, Id> = {
  /** Where the core believes the session to be. */
  readonly stored: Place
  readonly start: Place
  /** Tells the core by itself; every save takes the same along. */
  readonly send: (news: News<Place, Id>) => Promise<unknown>
}

/**
 * Where a session is and the seconds it took. A save takes them along, so that a key is one request; they only go
 * by themselves where nothing is said: on moving on, on leaving, and after a while.
 */
export function createSitting<Place, Id extends number | null>(options: Options<Place, Id>) {
  let place = options.start
  let told = JSON.stringify(options.stored)
  const seconds = createSeconds<Id>()

  const take = (): News<Place, Id> => {
    told = JSON.stringify(place)
    return { place, spent: seconds.take() }
  }
  /** Sends with `request` what nobody told yet; what failed goes along with the next one. */
  async function along<Reply>(request: (news: News<Place, Id>) => Promise<Reply>): Promise<Reply> {
    const news = take()
    try {
      return await request(news)
    } catch (error) {
      seconds.putBack(news.spent)
      throw error
    }
  }

  return {
    seconds,
    place: () => place,
    moveTo(next: Place) {
      place = next
    },
    along,
    async tell() {
      if (told === JSON.stringify(place) && seconds.waiting() === 0) return
      // A place that could not be kept costs a scroll, not an answer; the next move tries again.
      await along(options.send).catch(() => undefined)
    },
  }
}
