import type { Db } from '../cache/open.ts';

/** A file that the person attached. Size in bytes, width and height in pixels, times in ms. */
export interface Upload {
  readonly id: string;
  readonly channelId: string;
  /** The draft that it is attached to; null once its message was written. */
  readonly draftId: string | null;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
  /** Of a sound or a film. */
  readonly durationMs: number | null;
  readonly state: 'waiting' | 'done' | 'refused';
  readonly reason: string | null;
  readonly createdAt: number;
}

export const UPLOAD_COLUMNS = `id, channel_id AS channelId, draft_id AS draftId, name, media_type AS mediaType,
  size, sha256, width, height, duration_ms AS durationMs, state, reason, created_at AS createdAt`;

/** S7: what was attached here and is not yet both with the relay and in its message. */
export class UploadTable {
  readonly #statements;

  constructor(db: Db) {
    this.#statements = {
      get: db.prepare<[string], Upload>(`SELECT ${UPLOAD_COLUMNS} FROM uploads WHERE id = ?`),
      all: db.prepare<[], Upload>(`SELECT ${UPLOAD_COLUMNS} FROM uploads ORDER BY created_at, id`),
      ofDraft: db.prepare<[string], Upload>(
        `SELECT ${UPLOAD_COLUMNS} FROM uploads WHERE draft_id = ? ORDER BY created_at, id`,
      ),
      drafts: db
        .prepare<[]>('SELECT DISTINCT draft_id FROM uploads WHERE draft_id IS NOT NULL')
        .pluck(),
      add: db.prepare(
        `INSERT INTO uploads (id, channel_id, draft_id, name, media_type, size, sha256, width,
           height, duration_ms, state, reason, created_at)
         VALUES (@id, @channelId, @draftId, @name, @mediaType, @size, @sha256, @width, @height,
           @durationMs, @state, @reason, @createdAt)`,
      ),
      settle: db.prepare('UPDATE uploads SET state = ?, reason = ? WHERE id = ?'),
      leaveDraft: db.prepare('UPDATE uploads SET draft_id = NULL WHERE id = ?'),
      enterDraft: db.prepare('UPDATE uploads SET draft_id = ? WHERE id = ?'),
      remove: db.prepare('DELETE FROM uploads WHERE id = ?'),
      purge: db.prepare('DELETE FROM uploads WHERE channel_id = ?'),
    };
  }

  get(id: string): Upload | undefined {
    return this.#statements.get.get(id);
  }

  /** In the order of attaching. */
  all(): Upload[] {
    return this.#statements.all.all();
  }

  ofDraft(draftId: string): Upload[] {
    return this.#statements.ofDraft.all(draftId);
  }

  /** The drafts that have files. */
  drafts(): string[] {
    return this.#statements.drafts.all() as string[];
  }

  add(upload: Upload): void {
    this.#statements.add.run(upload);
  }

  settle(id: string, state: Upload['state'], reason: string | null): void {
    this.#statements.settle.run(state, reason, id);
  }

  leaveDraft(id: string): void {
    this.#statements.leaveDraft.run(id);
  }

  /** Its message was taken back into the composer. */
  enterDraft(id: string, draftId: string): void {
    this.#statements.enterDraft.run(draftId, id);
  }

  remove(id: string): void {
    this.#statements.remove.run(id);
  }

  /** S11 */
  purge(channelId: string): void {
    this.#statements.purge.run(channelId);
  }
}
