import { useEffect, useSyncExternalStore } from 'react';
import type { AttachedView } from '../../../shared/rpc/file-views.ts';
import { useServices, type Services } from '../../app/core/core-context.tsx';
import { useAct } from '../../app/core/use-act.ts';
import { useLive } from '../../app/core/use-live.ts';
import { measure, type Measured } from './measure.ts';
import { TrayDesk, type TrayState } from './tray-desk.ts';

export interface Tray extends TrayState {
  readonly attached: readonly AttachedView[];
  /** What would go out with a message now. */
  readonly ids: readonly string[];
  readonly empty: boolean;
  /** `known`: what need not be measured. */
  readonly add: (files: readonly File[], known?: Partial<Measured>) => void;
  readonly remove: (fileId: string) => void;
  readonly retry: (fileId: string) => void;
  readonly dismiss: (key: number) => void;
}

const NONE: readonly AttachedView[] = [];

/** One desk for each line to a core, for as long as that line lives. */
const byLink = new WeakMap<Services['link'], TrayDesk>();

function deskOf({ link, attach }: Services): TrayDesk {
  const known = byLink.get(link);
  if (known !== undefined) return known;
  const desk = new TrayDesk({ core: link.core, attach, measure });
  link.onTopics((topics) => {
    if (!topics.includes('session')) return;
    link.core.session({}).then(({ state }) => {
      if (state !== 'signed_in') desk.forget();
    }, reportError);
  });
  byLink.set(link, desk);
  return desk;
}

/** The files of a draft: those that are attached, on their way, or were not taken. */
export function useTray(channelId: string, rootId: string | null): Tray {
  const desk = deskOf(useServices());
  const act = useAct();
  const attached = useLive('attached', { channelId, rootId }, ['uploads']) ?? NONE;
  const { adding, failed } = useSyncExternalStore(desk.subscribe, () =>
    desk.state(channelId, rootId),
  );
  useEffect(
    () => desk.seen(channelId, rootId, attached),
    [desk, channelId, rootId, attached, adding],
  );
  return {
    ...{ attached, failed },
    // What is seen already is drawn once.
    adding: adding.filter(({ id }) => id === null || attached.every((one) => one.id !== id)),
    ids: attached.filter((one) => one.state !== 'refused').map(({ id }) => id),
    empty: attached.length === 0 && adding.length === 0 && failed.length === 0,
    add: (files, known) => void desk.add(channelId, rootId, files, known).catch(reportError),
    remove: (fileId) => void act((core) => core.detach({ fileId })),
    retry: (fileId) => void act((core) => core.retryUpload({ fileId })),
    dismiss: (key) => desk.dismiss(channelId, rootId, key),
  };
}
