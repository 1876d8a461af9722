/** The core as a host sees it: one door for requests, and a way to close it. */
export type AppDoor = {
  fetch: (request: Request) => Promise<Response>
  close: () => Promise<void>
  /** What runs for longer than an answer: how many such jobs, and when the last of them has ended. */
  work?: { count: () => number; ended: () => Promise<void> }
  /** Why the owner's company could not be opened; the app then shows what there is to go on from. */
  trouble?: () => { kind: string; message: string } | null
}
