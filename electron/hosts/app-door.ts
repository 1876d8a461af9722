/** The core as a host sees it: one door for requests, and a way to close it. */
export type AppDoor = {
  fetch: (request: Request) => Promise<Response>
  close: () => Promise<void>
}
