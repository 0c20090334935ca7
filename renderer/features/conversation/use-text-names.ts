import { useMemo } from 'react';
import { useLivePick } from '../../app/core/use-live.ts';
import { textNamesOf, type NamedAnswer } from '../../text/text-names.ts';
import type { TextNames } from '../../text/text-reader.ts';

/** The names in the texts of an answer, and who the reader is, so that their own is set off. */
export function useTextNames(answer: NamedAnswer): TextNames {
  const me = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me.id) ?? '';
  return useMemo(() => textNamesOf(answer, me), [answer, me]);
}
