/** What the form of a new task begins with. */
export interface TaskDraft {
  /** Null where it is to be chosen. */
  readonly channelId: string | null;
  readonly messageId: string | null;
  readonly title: string;
  readonly assigneeId: string | null;
  readonly dueAt: number | null;
}
