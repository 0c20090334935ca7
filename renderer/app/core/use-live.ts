import { useState, useSyncExternalStore } from 'react';
import type { Topic } from '../../../shared/rpc/topics.ts';
import { useServices } from './core-context.tsx';
import type { CoreAnswer, CoreArgs, CoreMethod } from './unbranded.ts';

/**
 * The core's present answer to a question, asked again whenever one of the topics changes;
 * undefined until the first answer. Parts that did not change keep their identity.
 */
export function useLive<N extends CoreMethod>(
  method: N,
  args: CoreArgs<N>,
  topics: readonly Topic[],
): CoreAnswer<N> | undefined {
  return useLivePick(method, args, topics, everything);
}

/**
 * As `useLive`, but only draws again when the picked part changes. `pick` must give a part of the
 * answer or a primitive, not build something new.
 */
export function useLivePick<N extends CoreMethod, T>(
  method: N,
  args: CoreArgs<N>,
  topics: readonly Topic[],
  pick: (answer: CoreAnswer<N>) => T,
): T | undefined {
  const { live } = useServices();
  const query = live.query(method, args, topics);
  return useSyncExternalStore(query.subscribe, () => {
    const answer = query.current();
    return answer === undefined ? undefined : pick(answer);
  });
}

const everything = <T>(answer: T): T => answer;

/** The last value that was not undefined: keeps a list on the screen while the next is asked for. */
export function useKept<T>(value: T | undefined): T | undefined {
  const [kept, keep] = useState(value);
  if (value !== undefined && value !== kept) keep(value);
  return value ?? kept;
}
