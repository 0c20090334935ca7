import { useSyncExternalStore } from 'react';
import type { Result } from '../../../shared/rpc/result.ts';
import type { AttachedView, AttachProblem } from '../../../shared/rpc/views.ts';
import { useServices, type Services } from '../../app/core/core-context.tsx';
import { useAct } from '../../app/core/use-act.ts';
import { useLive } from '../../app/core/use-live.ts';
import { isPicture } from './file-icon.ts';
import { TrayDesk, type Pixels, type TrayState } from './tray-desk.ts';

export interface Tray extends TrayState {
  readonly attached: readonly AttachedView[];
  /** What would go out with a message now. */
  readonly ids: readonly string[];
  readonly empty: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (fileId: string) => void;
  readonly retry: (fileId: string) => void;
  readonly dismiss: (key: number) => void;
}

const NONE: readonly AttachedView[] = [];

/** One desk for each line to a core, for as long as that line lives. */
const byLink = new WeakMap<Services['link'], TrayDesk>();

function deskOf({ link }: Services): TrayDesk {
  const known = byLink.get(link);
  if (known !== undefined) return known;
  const desk = new TrayDesk({ core: link.core, post, measure });
  link.onTopics((topics) => {
    if (!topics.includes('session')) return;
    link.core.session({}).then(({ state }) => {
      if (state !== 'signed_in') desk.forget();
    }, reportError);
  });
  byLink.set(link, desk);
  return desk;
}

async function post(address: string, file: File): Promise<Result<{ id: string }, AttachProblem>> {
  const answer = await fetch(address, { method: 'POST', body: file });
  if (!answer.ok) throw new Error(`the core answered ${answer.status}`);
  return (await answer.json()) as Result<{ id: string }, AttachProblem>;
}

async function measure(file: File): Promise<Pixels> {
  if (!isPicture(file.type)) return { width: null, height: null };
  try {
    const picture = await createImageBitmap(file);
    const { width, height } = picture;
    picture.close();
    return { width, height };
  } catch {
    // No picture after all, or one that this browser does not know: it is a file like any other.
    return { width: null, height: null };
  }
}

/** The files of a draft: those that are attached, on their way, or were not taken. */
export function useTray(channelId: string, rootId: string | null): Tray {
  const desk = deskOf(useServices());
  const act = useAct();
  const attached = useLive('attached', { channelId, rootId }, ['uploads']) ?? NONE;
  const { adding, failed } = useSyncExternalStore(desk.subscribe, () =>
    desk.state(channelId, rootId),
  );
  return {
    ...{ attached, adding, failed },
    ids: attached.filter((one) => one.state !== 'refused').map(({ id }) => id),
    empty: attached.length === 0 && adding.length === 0 && failed.length === 0,
    add: (files) => void desk.add(channelId, rootId, files).catch(reportError),
    remove: (fileId) => void act((core) => core.detach({ fileId })),
    retry: (fileId) => void act((core) => core.retryUpload({ fileId })),
    dismiss: (key) => desk.dismiss(channelId, rootId, key),
  };
}
