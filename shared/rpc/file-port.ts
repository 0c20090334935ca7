import { z } from 'zod';
import { channelId, messageId } from '../domain/ids.ts';
import { MAX_DURATION_MS } from '../domain/kinds/file.ts';
import { Mailbox, receiveBytes, sendBytes } from './byte-stream.ts';
import type { Port } from './port.ts';
import type { Result } from './result.ts';
import type { AttachProblem } from './file-views.ts';

/**
 * Files' bytes between a program's parts, where they cannot come over HTTP: one port for each file,
 * whose first message says what is wanted. Whoever asks closes the port.
 */
const fileGet = z.strictObject({
  what: z.literal('get'),
  channelId,
  fileId: z.string().max(64),
  part: z.enum(['original', 'preview']),
  /** `save`: as a file outside of the app. */
  use: z.enum(['show', 'save']),
  /** As in a `range` header of HTTP. */
  range: z.string().max(200).nullable(),
});
const fileAttach = z.strictObject({
  what: z.literal('attach'),
  channelId,
  rootId: messageId.nullable(),
  name: z.string().min(1).max(1_000),
  mediaType: z.string().max(500),
  /** Bytes, as far as it is known. */
  size: z.number().nullable(),
  /** Of a picture, pixels. */
  width: z.number().int().positive().max(65_535).nullable(),
  height: z.number().int().positive().max(65_535).nullable(),
  /** Of a sound or a film. */
  durationMs: z.number().int().positive().max(MAX_DURATION_MS).nullable(),
});
export const fileAsk = z.discriminatedUnion('what', [fileGet, fileAttach]);

const fileHead = z.strictObject({
  status: z.number().int(),
  headers: z.record(z.string(), z.string()),
  /** Whether bytes follow. */
  body: z.boolean(),
});
export type FileHead = z.infer<typeof fileHead>;

const attachResult = z.strictObject({
  result: z.union([
    z.strictObject({ ok: z.literal(true), value: z.strictObject({ id: z.string() }) }),
    z.strictObject({ ok: z.literal(false), code: z.string() }),
  ]),
});

export type FileGet = Omit<z.input<typeof fileGet>, 'what'>;
export type FileAttach = Omit<z.input<typeof fileAttach>, 'what'>;

/** A file as it came over a port; whoever does not read `body` to its end calls its `return`. */
export interface PortFile {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterableIterator<Uint8Array> | null;
}

/** Asks for a file's bytes. 503 where the other side has gone. Closes the port at the end. */
export async function getFile(port: Port, wanted: FileGet): Promise<PortFile> {
  const mailbox = new Mailbox(port);
  port.post({ what: 'get', ...wanted });
  const head = fileHead.safeParse(await mailbox.next());
  if (!head.success) {
    port.close();
    return { status: 503, headers: {}, body: null };
  }
  const { status, headers, body } = head.data;
  if (!body) port.close();
  return { status, headers, body: body ? closing(receiveBytes(port, mailbox), port) : null };
}

/** Attaches a file. @throws where the other side has gone before it answered */
export async function attachFile(
  port: Port,
  chosen: FileAttach,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<{ id: string }, AttachProblem>> {
  const mailbox = new Mailbox(port);
  try {
    port.post({ what: 'attach', ...chosen });
    const { result } = attachResult.parse(await sendBytes(port, mailbox, bytes));
    return result as Result<{ id: string }, AttachProblem>;
  } finally {
    port.close();
  }
}

/** The same pieces; the port closes with them, also where nobody has begun to read. */
function closing(
  pieces: AsyncGenerator<Uint8Array>,
  port: Port,
): AsyncIterableIterator<Uint8Array> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: async () => {
      try {
        const step = await pieces.next();
        if (step.done === true) port.close();
        return step;
      } catch (error) {
        port.close();
        throw error;
      }
    },
    return: async () => {
      port.close();
      return { done: true, value: undefined };
    },
  };
}
