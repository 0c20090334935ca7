import { useCallback } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { notify } from '../../ui/notices.ts';
import { useCore } from './core-context.tsx';
import type { Core } from './unbranded.ts';

export type Act = <T>(call: (core: Core) => Promise<T>) => Promise<T | undefined>;

/**
 * Calls the core for something that the person did. Where the core fails or is away, says so and
 * gives undefined: nothing is ever done in silence and nothing fails in silence.
 */
export function useAct(): Act {
  const core = useCore();
  const t = useWords();
  return useCallback(
    async (call) => {
      try {
        return await call(core);
      } catch (error) {
        reportError(error);
        notify(t('app.writeFailed'), { bad: true });
        return undefined;
      }
    },
    [core, t],
  );
}
