import { useMemo } from 'react';
import type { GroupView } from '../../../shared/rpc/views.ts';
import { useLive } from '../../app/core/use-live.ts';

const NONE: readonly GroupView[] = [];

/** All groups that can be called by a name; there are few, and they change rarely. */
export const useGroups = (): readonly GroupView[] => useLive('groups', {}, ['groups']) ?? NONE;

/** A group by its id. It keeps its identity while no group changes. */
export function useFindGroup(): (id: string) => GroupView | undefined {
  const groups = useGroups();
  return useMemo(() => {
    const byId = new Map(groups.map((group) => [group.id, group]));
    return (id) => byId.get(id);
  }, [groups]);
}
