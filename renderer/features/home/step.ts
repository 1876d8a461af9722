/** One matter of Home's card. `progress` is a fraction; `target` a path of the app. */
export type NextStep = {
  title: string
  /** Since when it is overdue, in words; null while it is not. */
  overdue: string | null
  detail: string
  progress: number | null
  action: string
  target: string
  isPrimary: boolean
}
