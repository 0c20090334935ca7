import { z } from 'zod';
import { opId } from '../domain/ids.ts';
import { method } from './method.ts';
import type { Queued } from './queued.ts';

/** Sections of the person's own sidebar. */
export const sectionApi = {
  /** Makes one (`sectionId` null, with a name), or changes what is named of it. */
  setSection: method<Queued & { sectionId: string }>()(
    z.strictObject({
      sectionId: opId.nullable(),
      name: z.string().optional(),
      place: z.number().optional(),
      collapsed: z.boolean().optional(),
    }),
  ),
  removeSection: method<Queued>()(z.strictObject({ sectionId: opId })),
} as const;
