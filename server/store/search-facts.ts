import type { Message } from '../../shared/domain/kinds/message.ts';
import type { Kind } from '../../shared/domain/registry.ts';
import type { Tokens } from '../../shared/search/match.ts';
import { addressees, hasFile } from '../../shared/search/standing.ts';
import { facts } from '../../shared/search/tokens.ts';
import type { Wanted } from '../../shared/search/wanted.ts';

/** Rows that have a message's own id and say something of it that is searched for. */
export const besideKinds = ['pin', 'task', 'thread'] as const satisfies readonly Kind[];

/** Where such a row changes, its message is indexed once more. */
export const isIndexed = (kind: string): boolean =>
  kind === 'message' || besideKinds.some((one) => one === kind);

/** What the rows beside a message say of it to everybody. */
export interface Marks {
  readonly pinned: boolean;
  readonly task: boolean;
  /** Its thread has a reply. */
  readonly answered: boolean;
  /** Of its conversation; nobody in a channel. They never change. */
  readonly people: readonly string[];
}

/**
 * What the relay's index holds of a message beside its words, its author and its channel, in one
 * order. What depends on who asks, saved and unread, is in no index.
 */
export function factsOf(message: Message, { pinned, task, answered, people }: Marks): string[] {
  const found = [...addressees(message, people)].map(facts.to);
  if (hasFile(message)) found.push(facts.file);
  if (message.poll === true) found.push(facts.poll);
  if (pinned) found.push(facts.pinned);
  if (task) found.push(facts.task);
  if (message.rootId !== null || answered) found.push(facts.thread);
  return found;
}

/** What the index is asked for, with those facts. Null: nothing can match. */
export function withFacts(tokens: Tokens | null, wanted: Wanted): Tokens | null {
  if (tokens === null || wanted.to?.length === 0) return null;
  const must = [...tokens.must];
  const not = [...tokens.not, ...wanted.notTo.map(facts.to)];
  if (wanted.to !== null) must.push(wanted.to.map(facts.to));
  for (const fact of ['file', 'poll', 'pinned', 'task', 'thread'] as const) {
    if (wanted[fact] === true) must.push([facts[fact]]);
    if (wanted[fact] === false) not.push(facts[fact]);
  }
  return { must, not };
}
