import { useLivePick } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';

/** What a file of one's own waits for: `reason` is the relay's, null where it gave none. */
export function useWaitingWords(reason: string | null): string {
  const t = useWords();
  const connected = useLivePick('connection', {}, ['connection'], (c) => c.state === 'connected');
  if (reason !== null) return t('files.paused');
  return t(connected === true ? 'files.queued' : 'files.waiting');
}
