import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { opId } from '../../../shared/domain/ids.ts';
import type { Upload } from '../../../shared/domain/kinds/upload.ts';
import {
  filePath,
  filePreviewPath,
  OFFSET_HEADER,
  paths,
  PIECE_TYPE,
  uploadRequest,
} from '../../../shared/protocol/http.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import type { Store } from '../../store/port.ts';
import type { Authenticator, Identity } from '../accounts/authenticator.ts';
import { answerFailure, BODY_LIMIT, bearerOf, parse } from '../accounts/http-answers.ts';
import { HttpFailure } from '../accounts/http-failure.ts';
import type { BlobFolder } from './blob-folder.ts';
import { byteRange } from './byte-range.ts';
import { readableUpload, type FileTraffic, type Uploads } from './uploads.ts';

export interface FileRouteDeps {
  readonly store: Pick<Store, 'get'>;
  readonly authenticator: Authenticator;
  readonly uploads: Uploads;
  readonly blobs: BlobFolder;
  readonly traffic: FileTraffic;
}

/** The routes of shared/protocol/http.ts by which the bytes of files come and go. */
export function registerFileRoutes(fastify: FastifyInstance, deps: FileRouteDeps): void {
  fastify.register(async (scope) => routes(scope, deps));
}

/** Of a relay that has no folder for files. */
export function registerNoFiles(fastify: FastifyInstance): void {
  fastify.post(paths.files, async (_request, reply) => {
    const { status, body } = new HttpFailure('no_space', 'this relay has no folder for files');
    return reply.code(status).send(body);
  });
}

function routes(fastify: FastifyInstance, deps: FileRouteDeps): void {
  const { store, authenticator, uploads } = deps;
  fastify.setErrorHandler(answerFailure);
  // Handed on as they come; the handler counts them.
  fastify.addContentTypeParser(PIECE_TYPE, (_request, body, done) => done(null, body));

  /** @throws {HttpFailure} `session_ended` */
  const identify = async (request: FastifyRequest): Promise<Identity> => {
    const token = bearerOf(request);
    const identity = token === undefined ? undefined : await authenticator.verify(token);
    if (identity === undefined) throw new HttpFailure('session_ended');
    return identity;
  };
  const idOf = (request: FastifyRequest): string => {
    const parsed = opId.safeParse((request.params as { id?: unknown }).id);
    if (!parsed.success) throw new HttpFailure('not_found');
    return parsed.data;
  };
  const readable = async (request: FastifyRequest): Promise<Upload> => {
    const upload = await readableUpload(store, await identify(request), idOf(request));
    if (upload === undefined) throw new HttpFailure('not_found');
    return upload;
  };

  fastify.post(paths.files, { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const identity = await identify(request);
    return reply.send(await uploads.open(identity, parse(uploadRequest, request.body)));
  });

  fastify.patch(filePath(':id'), async (request, reply) => {
    const identity = await identify(request);
    const offset = /^\d{1,15}$/.exec(String(request.headers[OFFSET_HEADER]))?.[0];
    const isPiece = request.headers['content-type'] === PIECE_TYPE;
    if (offset === undefined || !isPiece) throw new HttpFailure('invalid');
    if (Number(request.headers['content-length'] ?? 0) > limits.pieceBytes) {
      throw new HttpFailure('too_large');
    }
    const body = (request.body as Readable | undefined) ?? Readable.from([]);
    const piece = { bytes: bounded(body), cut: () => void body.destroy() };
    return reply.send(await uploads.write(identity, idOf(request), Number(offset), piece));
  });

  fastify.delete(filePath(':id'), async (request, reply) => {
    const identity = await identify(request);
    await uploads.giveUp(identity, idOf(request));
    return reply.code(204).send();
  });

  fastify.get(filePath(':id'), { exposeHeadRoute: false }, async (request, reply) => {
    const upload = await readable(request);
    return sendFile(request, reply, upload, deps);
  });

  fastify.get(filePreviewPath(':id'), { exposeHeadRoute: false }, async (request, reply) => {
    const { id, preview, sha256 } = await readable(request);
    if (preview === null) throw new HttpFailure('not_found');
    guard(reply).type('image/webp').header('etag', `"${sha256}-preview"`);
    if (request.headers['if-none-match'] === `"${sha256}-preview"`) return reply.code(304).send();
    return reply.send(createReadStream(deps.blobs.preview(id)));
  });
}

async function* bounded(body: Readable): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const piece of body.iterator({ destroyOnReturn: false })) {
      size += (piece as Uint8Array).length;
      if (size > limits.pieceBytes) throw new HttpFailure('too_large');
      yield piece as Uint8Array;
    }
  } finally {
    // Whoever is refused reads why: what is left of the body is passed over, and the line stays.
    body.resume();
  }
}

/** Whatever is in a file, nothing of it runs in the name of the relay. */
const guard = (reply: FastifyReply): FastifyReply =>
  reply
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-cache');

function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { id, name, mediaType, size, sha256 }: Upload,
  { blobs, traffic }: FileRouteDeps,
): FastifyReply {
  const etag = `"${sha256}"`;
  const { range, 'if-none-match': known, 'if-range': ifRange } = request.headers;
  guard(reply)
    .type(mediaType)
    .header('etag', etag)
    .header('accept-ranges', 'bytes')
    .header('content-disposition', `attachment; filename*=UTF-8''${inHeader(name)}`);
  if (known === etag) return reply.code(304).send();
  const asked = ifRange === undefined || ifRange === etag ? byteRange(range, size) : 'whole';
  if (asked === null) return reply.code(416).header('content-range', `bytes */${size}`).send();
  const { start, end } = asked === 'whole' ? { start: 0, end: size - 1 } : asked;
  const length = end - start + 1;
  traffic.bytesOut += length;
  void reply.header('content-length', length);
  if (asked !== 'whole') {
    void reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`);
  }
  if (length === 0) return reply.send('');
  return reply.send(createReadStream(blobs.file(id), { start, end }));
}

/** RFC 8187: what `encodeURIComponent` leaves, but for four. */
const inHeader = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
