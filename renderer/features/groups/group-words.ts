import type { GroupView } from '../../../shared/rpc/views.ts';
import type { Say } from '../../i18n/words.ts';

/** Who is in a group, for where it is pointed at: "Ayu, Budi and 3 more". */
export function groupWords({ first, count }: GroupView, locale: string, t: Say): string {
  if (count === 0) return t('groups.empty');
  const more = count - first.length;
  const names = more > 0 ? [...first, t('groups.more', { n: more })] : first;
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

/** How a group's name is written: as the command takes it (shared/domain/kinds/group.ts). */
export const tidyGroupName = (typed: string): string =>
  typed
    .replace(/^@/, '')
    .toLocaleLowerCase()
    .replaceAll(/\s+/gu, '-')
    .replaceAll(/[^\p{Ll}\p{Lo}\p{M}\p{N}._-]/gu, '');
