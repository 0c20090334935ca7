import type { HoleView, MessageView } from '../../../../shared/rpc/views.ts';

/** What stands below a day in the list. */
export type Row =
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: MessageView;
      readonly run: boolean;
    }
  | { readonly kind: 'hole'; readonly key: string; readonly hole: HoleView }
  | { readonly kind: 'new'; readonly key: 'new' };

export interface Day {
  readonly key: string;
  /** ms, some time of that day. */
  readonly at: number;
  readonly rows: readonly Row[];
}

export interface Rows {
  /** A hole before the first message stands above its day. */
  readonly before: readonly HoleView[];
  readonly days: readonly Day[];
}

/** Messages of one person that follow within this time are one run, ms. */
const RUN = 5 * 60_000;

/** The calendar day on this computer. */
function dayKey(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

const continues = (before: MessageView | undefined, message: MessageView): boolean =>
  before !== undefined &&
  before.system === null &&
  message.system === null &&
  before.authorId === message.authorId &&
  before.rootId === message.rootId &&
  message.createdAt - before.createdAt < RUN;

/**
 * Lays a page out: days, runs, the "New" divider after the position that was read last, and a hole
 * wherever messages may be missing (S6). A hole or a divider ends a run. What is gone without a mark
 * is not drawn.
 */
export function layRows(
  messages: readonly MessageView[],
  holes: readonly HoleView[],
  newAfter: number | null,
): Rows {
  const first = messages[0];
  const before = holes.filter((hole) => first === undefined || hole.before <= first.position);
  const within = holes.filter((hole) => !before.includes(hole));
  const days: { key: string; at: number; rows: Row[] }[] = [];
  let last: MessageView | undefined;
  let marked = newAfter === null;
  for (const message of messages) {
    if (message.gone) continue;
    const key = dayKey(message.createdAt);
    let day = days.at(-1);
    // A wrong clock must not make two days of one: only a later day begins a new one.
    if (day === undefined || (day.key !== key && message.createdAt > day.at)) {
      day = { key, at: message.createdAt, rows: [] };
      days.push(day);
      last = undefined;
    }
    while (within[0] !== undefined && within[0].before <= message.position) {
      const hole = within.shift();
      if (hole !== undefined) day.rows.push({ kind: 'hole', key: `hole-${hole.before}`, hole });
      last = undefined;
    }
    if (!marked && newAfter !== null && message.position > newAfter) {
      marked = true;
      day.rows.push({ kind: 'new', key: 'new' });
      last = undefined;
    }
    day.rows.push({ kind: 'message', key: message.id, message, run: continues(last, message) });
    last = message;
  }
  for (const hole of within) {
    days.at(-1)?.rows.push({ kind: 'hole', key: `hole-${hole.before}`, hole });
  }
  return { before, days };
}
