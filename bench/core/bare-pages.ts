import type Database from 'better-sqlite3';

/** The floor of a page: the rows of one scope below a position, by one query. */
export const bareNewest = (db: Database.Database) =>
  db
    .prepare<[number, number, number]>(
      `SELECT json FROM messages WHERE scope_id = ? AND listed = 1 AND position < ?
       ORDER BY position DESC LIMIT ?`,
    )
    .pluck();
