import { useServices, type Services } from '../../app/core/core-context.tsx';
import { pageClock } from '../../app/core/start-services.ts';
import { DraftDesk } from './draft-desk.ts';

/** One desk for each line to a core, for as long as that line lives. */
const byLink = new WeakMap<Services['link'], DraftDesk>();

function deskOf({ link, live }: Services): DraftDesk {
  const known = byLink.get(link);
  if (known !== undefined) return known;
  const desk = new DraftDesk(link.core, pageClock, reportError);
  const drafts = live.query('drafts', {}, ['drafts']);
  const receive = (): void => {
    const answer = drafts.current();
    if (answer !== undefined) desk.receive(answer);
  };
  drafts.subscribe(receive);
  receive();
  link.onTopics((topics) => {
    if (topics.includes('session')) void afterSignIn(link.core, desk).catch(reportError);
  });
  const flush = (): void => desk.flush();
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);
  byLink.set(link, desk);
  return desk;
}

/** Another person may have signed in, or nobody is: what one began to write is nobody else's. */
async function afterSignIn(core: Services['link']['core'], desk: DraftDesk): Promise<void> {
  const { state } = await core.session({});
  if (state === 'signed_in') desk.receive(await core.drafts({}));
  else desk.forget();
}

export const useDraftDesk = (): DraftDesk => deskOf(useServices());
