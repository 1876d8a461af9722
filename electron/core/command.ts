import type { Feature } from '../../shared/contract/jobs.ts'
import type { Audit, AuditEntry } from './db/audit.ts'
import type { Db } from './db/database.ts'
import { write } from './db/write.ts'

/** A row of the audit; what nobody else did, the owner did. */
export type LogEntry = Omit<AuditEntry, 'actor'> & { actor?: string }

/** The writes of one feature. */
export type Command = {
  /**
   * Runs `change` in one transaction and returns what it returns. Inside another command it joins that one. After
   * the outermost commit the features whose rows were logged are announced, once; what is rolled back is neither
   * logged nor announced. A change that logs nothing is a bug and throws.
   */
  <T>(change: () => T): T
  /** The audit row of a change, inside a command. Returns its seq. */
  log: (entry: LogEntry) => number
  /**
   * Runs `task` once before the outermost command commits, inside its transaction: for what is worked out from all
   * that was written. Asked for again by the same key it still runs once.
   */
  atEnd: (key: string, task: () => void) => void
  /** The same for what is no statement about the work and has no audit row (ADR 0002). */
  unlogged: <T>(change: () => T) => T
}

export type Commands = (feature: Feature) => Command

/** What a row of the audit was about: 'review finish'. */
export type Deed = `${string} ${string}`

type Running = {
  features: Set<Feature>
  deeds: Deed[]
  isAccounted: boolean
  atEnd: Map<string, () => void>
}

/**
 * Gives every write its transaction, its audit row and its announcement after the commit. `committed` hears of each
 * outermost commit with rows in the audit, before anybody is told.
 */
export function createCommands(
  db: Db,
  audit: Audit,
  announce: (features: readonly Feature[]) => void,
  committed: (deeds: readonly Deed[]) => void = () => {},
): Commands {
  const totalChanges = db.prepare<[], number>('SELECT total_changes()').pluck()
  let running: Running | null = null

  function run<T>(change: (now: Running) => T): T {
    const outer = running
    const now: Running = {
      features: new Set(),
      deeds: [],
      isAccounted: false,
      atEnd: outer?.atEnd ?? new Map(),
    }
    running = now
    let result: T
    try {
      result = write(db, () => {
        const done = change(now)
        if (!outer) for (const task of now.atEnd.values()) task()
        return done
      })
    } finally {
      running = outer
    }
    if (outer) {
      outer.isAccounted ||= now.isAccounted
      outer.deeds.push(...now.deeds)
      for (const feature of now.features) outer.features.add(feature)
    } else {
      if (now.deeds.length > 0) committed(now.deeds)
      if (now.features.size > 0) announce([...now.features])
    }
    return result
  }

  return (feature) => {
    const command = <T>(change: () => T): T =>
      run((now) => {
        const before = totalChanges.get()
        const result = change()
        if (!now.isAccounted && totalChanges.get() !== before) {
          throw new Error(`A change of ${feature} has no row in the audit`)
        }
        return result
      })

    command.log = ({ actor = 'owner', ...entry }: LogEntry) => {
      if (!running) throw new Error('An audit entry belongs in a command')
      running.isAccounted = true
      running.features.add(feature)
      running.deeds.push(`${entry.entity} ${entry.action}`)
      return audit.append({ ...entry, actor })
    }

    command.atEnd = (key: string, task: () => void) => {
      if (!running) throw new Error('Only a command has an end')
      if (!running.atEnd.has(key)) running.atEnd.set(key, task)
    }

    command.unlogged = <T>(change: () => T): T =>
      run((now) => {
        now.isAccounted = true
        now.features.add(feature)
        return change()
      })

    return command
  }
}
