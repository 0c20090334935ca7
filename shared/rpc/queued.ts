/** A command was written into the outbox (S7): its id, which is also that of what it creates. */
export interface Queued {
  op: string;
}
