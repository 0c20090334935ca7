import type { GroupView } from '../../../shared/rpc/views.ts';
import type { Format } from '../../i18n/format.ts';
import type { Say } from '../../i18n/words.ts';

/** Who is in a group, for where it is pointed at: "Ayu, Budi and 3 more". */
export function groupWords({ first, count }: GroupView, format: Format, t: Say): string {
  if (count === 0) return t('groups.empty');
  const more = count - first.length;
  const names = more > 0 ? [...first, t('groups.more', { n: more })] : first;
  return format.list(names);
}

/** How a group's name is written: as the command takes it (shared/domain/kinds/group.ts). */
export const tidyGroupName = (typed: string): string =>
  typed
    .replace(/^@/, '')
    .toLocaleLowerCase()
    .replaceAll(/\s+/gu, '-')
    .replaceAll(/[^\p{Ll}\p{Lo}\p{M}\p{N}._-]/gu, '');
