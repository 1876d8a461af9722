/** The milliseconds of processor time that `run` takes in this process: other work on the machine does not add to it. */
export async function cpuTime(run: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
