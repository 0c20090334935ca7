import type { Handlers } from '../../shared/rpc/method.ts';
import type { sectionApi } from '../../shared/rpc/section-api.ts';
import type { Workspace } from './workspace.ts';

/** The API of the sidebar's own sections over whatever workspace is open. */
export const sectionHandlers = (current: () => Workspace): Handlers<typeof sectionApi> => ({
  setSection: ({ sectionId, ...args }) => {
    const { writer } = current();
    const id = sectionId ?? writer.newId();
    return { op: writer.write('section.set', { sectionId: id, ...args }), sectionId: id };
  },
  removeSection: (args) => ({ op: current().writer.write('section.remove', args) }),
});
