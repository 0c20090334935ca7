import type { Message } from '../../../shared/domain/kinds/message.ts';
import type { RefusedView } from '../../../shared/rpc/views.ts';
import type { Entry } from '../outbox/outbox.ts';

/** A refusal with, for an edit that came too late, the text as it is now (S9). */
export function refusedView(entry: Entry & { state: 'refused' }): RefusedView {
  const { current, code } = entry.refusal;
  const now = current?.kind === 'message' ? (current as Partial<Message>) : undefined;
  return {
    op: entry.op,
    code,
    currentText: now?.text ?? null,
    currentOp: now?.op ?? null,
  };
}
