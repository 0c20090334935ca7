import { useRef } from 'react';
import type { MessagePage, PersonView } from '../../../../shared/rpc/views.ts';
import { share } from '../../../app/core/share.ts';
import { pageNames, type PageNames } from './page-names.ts';

type Page = Pick<MessagePage, 'people' | 'channels'>;

const nobody: Page = { people: {}, channels: {} };

/** A page's names. They keep their identity while nobody is called anything else. */
export function usePageNames(page: Page | null, me: PersonView | undefined): PageNames {
  const last = useRef<{ page: Page; me: PersonView | undefined; names: PageNames }>(null);
  const { people, channels } = page ?? nobody;
  const known = last.current;
  if (known?.page.people === people && known.page.channels === channels && known.me === me) {
    return known.names;
  }
  // The reader's own name, for what they write before anybody has sent it back.
  const all = me === undefined ? people : { ...people, [me.id]: people[me.id] ?? me };
  const names = share(known?.names, pageNames(all, channels, me?.id ?? ''));
  last.current = { page: { people, channels }, me, names };
  return names;
}
