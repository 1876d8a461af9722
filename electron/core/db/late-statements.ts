import Database, { type Statement } from 'better-sqlite3'

/**
 * A database that compiles a statement when it is first used. Opening a company prepares some 400 of them, of which
 * an evening uses a part: compiling them all took a third of an opening.
 */
export class LateDatabase extends Database {
  /** Typed by the driver for whoever holds this as a `Db`. */
  override prepare(sql: string): never {
    return new LateStatement(() => super.prepare(sql)) as never
  }
}

/** What the core uses of a statement. */
class LateStatement implements Pick<Statement, 'run' | 'get' | 'all' | 'iterate'> {
  #compile: () => Statement
  #compiled: Statement | undefined

  constructor(compile: () => Statement) {
    this.#compile = compile
  }

  run(...values: unknown[]) {
    return this.#statement().run(...values)
  }

  get(...values: unknown[]) {
    return this.#statement().get(...values)
  }

  all(...values: unknown[]) {
    return this.#statement().all(...values)
  }

  iterate(...values: unknown[]) {
    return this.#statement().iterate(...values)
  }

  pluck() {
    return new LateStatement(() => this.#compile().pluck())
  }

  raw() {
    return new LateStatement(() => this.#compile().raw())
  }

  #statement(): Statement {
    this.#compiled ??= this.#compile()
    return this.#compiled
  }
}
