import { policyOf, UNNAMED, WORKSPACE_ROW } from '../../../shared/domain/kinds/workspace.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import type { CompanyView } from '../../../shared/rpc/views.ts';
import type { Overlay } from '../overlay/overlay.ts';

/** What the company has decided for everybody, and where it has not, what holds then. */
export function companyView(overlay: Pick<Overlay, 'get'>): CompanyView {
  const row = overlay.get(orgScope, 'workspace', WORKSPACE_ROW);
  const holidays = [...(row?.holidays ?? [])].sort((a, b) => a.date.localeCompare(b.date));
  const { hours, offHours, seenBy, seenMembers, linkPreviews, editHistory, deletedMarks, emojiBy } =
    policyOf(row);
  const messages = { seenBy, seenMembers, linkPreviews, editHistory, deletedMarks, emojiBy };
  const named = { name: row?.name ?? UNNAMED, colour: row?.colour ?? null };
  return { ...named, hours, holidays, offHours, ...messages };
}
