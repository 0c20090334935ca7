import type { ChannelId } from '../domain/ids.ts';
import type { Message } from '../domain/kinds/message.ts';
import { MAX_REVISIONS, revisionId } from '../domain/kinds/revision.ts';
import { policyOf, WORKSPACE_ROW } from '../domain/kinds/workspace.ts';
import { channelScope, orgScope } from '../domain/scope.ts';
import type { Key, Work } from './command.ts';

/** What `keepRevision` and `dropRevisions` read and write. */
export const revisionKeys = (channel: ChannelId, message: string): Key[] => [
  { scope: orgScope, kind: 'workspace', id: WORKSPACE_ROW },
  ...Array.from({ length: MAX_REVISIONS }, (_, n) => ({
    ...({ scope: channelScope(channel), kind: 'revision', id: revisionId(message, n) } as const),
  })),
];

/**
 * Keeps the text that an edit is about to replace, unless the company does not want it: then
 * nobody has it, not even on a disk. Answers what the message then says of its edits.
 */
export function keepRevision(
  work: Work,
  channel: ChannelId,
  message: Message,
): Pick<Message, 'edits'> {
  const company = work.get(orgScope, 'workspace', WORKSPACE_ROW);
  if (!policyOf(company).editHistory) return {};
  const { id, text, editedAt, createdAt, edits = 0 } = message;
  work.put(channelScope(channel), {
    ...{ kind: 'revision', id: revisionId(id, edits), messageId: id, text },
    at: editedAt ?? createdAt,
  });
  return { edits: edits + 1 };
}

export function dropRevisions(work: Work, channel: ChannelId, message: string): void {
  const scope = channelScope(channel);
  for (let n = 0; n < MAX_REVISIONS; n++) {
    const id = revisionId(message, n);
    if (work.get(scope, 'revision', id) !== undefined) work.remove(scope, 'revision', id);
  }
}
