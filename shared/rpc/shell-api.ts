import { z } from 'zod';
import { noticeAnswer } from './notice-api.ts';
import { method, type Client, type Handlers } from './method.ts';
import type { Result } from './result.ts';

const none = z.strictObject({});

export interface ShellInfo {
  host: 'electron' | 'browser';
  platform: string;
  version: string;
  /** Whether the app draws its own window frame. */
  ownFrame: boolean;
}

const fileToSave = z.strictObject({
  channelId: z.string().max(64),
  fileId: z.string().max(64),
  /** Proposed to the person, who may choose another. */
  name: z.string().min(1).max(1_000),
});
export type FileToSave = z.infer<typeof fileToSave>;

const nativeNotice = z.strictObject({
  id: z.string().max(200),
  title: z.string().max(200),
  body: z.string().max(500),
  /** A path inside the app to open on a click. */
  link: z.string().max(300),
  /** Without the system's sound. */
  silent: z.boolean(),
  /** Only in the place of an earlier one that still stands. */
  again: z.boolean(),
  /**
   * How the person may answer it in place, where the system can; null: not at all. The two texts are
   * those of the field and of the button.
   */
  answer: z
    .strictObject({
      ...noticeAnswer.omit({ text: true }).shape,
      reply: z.string().max(100),
      read: z.string().max(100),
    })
    .nullable(),
});
export type NativeNotice = z.infer<typeof nativeNotice>;

export interface SavedFile {
  /** For `openSaved`. */
  key: string;
  /** Whether it opens, or its folder is shown: what may run is never opened from here. */
  opens: boolean;
}

/** Why a file was not saved; `cancelled` is the person's own wish. */
export type SaveProblem =
  | 'cancelled'
  | 'type_blocked'
  | 'not_found'
  | 'offline'
  | 'unavailable'
  | 'disk_full'
  | 'storage';

/** What the renderer asks of the program around it: windows, the system, the outside. */
export const shellApi = {
  info: method<ShellInfo>()(none),
  /** Opens an address outside, through the one gate that checks it. False: refused. */
  openOutside: method<boolean>()(z.strictObject({ url: z.string().max(2_048) })),
  setBadge: method<null>()(z.strictObject({ count: z.number().int().nonnegative() })),
  /** Whether the person sees notifications on this computer, as far as the system and the policy tell. */
  mayNotify: method<boolean>()(none),
  /** One with the id of an earlier one takes its place. */
  notify: method<null>()(nativeNotice),
  /** Takes notifications away again; null: all of them. */
  withdraw: method<null>()(
    z.strictObject({ ids: z.array(z.string().max(200)).max(1_000).nullable() }),
  ),
  copyText: method<null>()(z.strictObject({ text: z.string() })),
  /**
   * Asks the person where, and writes a file there, outside of the app. Null: the browser does so by
   * its own means, and tells the person.
   */
  saveFile: method<Result<SavedFile | null, SaveProblem>>()(fileToSave),
  /** Opens what was saved since the start. False: it cannot be. */
  openSaved: method<boolean>()(z.strictObject({ key: z.string().max(64) })),
} as const;

export type ShellApi = typeof shellApi;
export type ShellClient = Client<ShellApi>;
export type ShellHandlers = Handlers<ShellApi>;
