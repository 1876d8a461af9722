import type Database from 'better-sqlite3'

/** An open database. Other folders of the core know the driver only by this type. */
export type Db = Database.Database
