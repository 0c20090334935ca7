import { z } from 'zod';
import { fileName } from '../domain/file-name.ts';
import { channelId, deviceId, opId, userId } from '../domain/ids.ts';
import { MAX_FILE_BYTES, MAX_MEDIA_TYPE } from '../domain/kinds/file.ts';
import { roles } from '../domain/kinds/user.ts';

/** Paths of the relay's HTTP side. */
export const paths = {
  workspace: '/api/v1/workspace',
  session: '/api/v1/session',
  refresh: '/api/v1/session/refresh',
  invite: '/api/v1/invite',
  people: '/api/v1/people',
  peopleInvite: '/api/v1/people/invite',
  peopleAccess: '/api/v1/people/access',
  peopleRole: '/api/v1/people/role',
  urgent: '/api/v1/urgent',
  files: '/api/v1/files',
  gateway: '/api/v1/gateway',
  health: '/healthz',
  metrics: '/metrics',
} as const;

/** GET workspace: what anybody may know before signing in. */
export const workspaceInfo = z.object({
  name: z.string(),
  server: z.string(),
  protocol: z.object({ oldest: z.number().int(), newest: z.number().int() }),
  /** Ways to sign in. */
  signIn: z.array(z.enum(['password'])),
});
export type WorkspaceInfo = z.infer<typeof workspaceInfo>;

const device = z.strictObject({ id: deviceId, name: z.string().min(1).max(120) });

/** POST session: sign in. 200 `sessionGranted`, or an error. */
export const signInRequest = z.strictObject({
  name: z.string().trim().toLowerCase().min(1).max(64),
  password: z.string().min(1).max(1_024),
  device,
});
export type SignInRequest = z.infer<typeof signInRequest>;

/** POST invite: accept an invitation, choose a password. 200 `sessionGranted`. */
export const acceptInviteRequest = z.strictObject({
  code: z.string().trim().min(8).max(120),
  password: z.string().min(10).max(1_024),
  device,
});
export type AcceptInviteRequest = z.infer<typeof acceptInviteRequest>;

/**
 * POST session/refresh. Gives a new pair. The old refresh token stays good until the new one has been
 * used once, so that an answer lost on the way signs nobody out; after that its use ends the session.
 */
export const refreshRequest = z.strictObject({ refreshToken: z.string().max(512) });

export const sessionGranted = z.object({
  userId,
  accessToken: z.string(),
  /** When the access token runs out, ms. */
  expires: z.number().int(),
  refreshToken: z.string(),
});
export type SessionGranted = z.infer<typeof sessionGranted>;

/** DELETE session with `authorization: Bearer <access token>`: sign out. 204. */

/**
 * What administrators do with accounts, with `authorization: Bearer <access token>`. These need the
 * relay at once, so they are requests and no commands that wait: a leaver's access ends now or the
 * administrator is told that it has not.
 */

/** A name to sign in with: `ayu.kartika`. */
export const signInName = z
  .string()
  .max(64)
  .regex(/^[a-z0-9][a-z0-9._-]*$/);

/** POST people: makes an account. 200 `invitation`. */
export const addPersonRequest = z.strictObject({
  name: signInName,
  displayName: z.string().trim().min(1).max(80),
  title: z.string().trim().max(120),
  role: z.enum(roles),
});
export type AddPersonRequest = z.infer<typeof addPersonRequest>;

/** POST people/invite: a new code, in the place of those before. 200 `invitation`. */
export const inviteRequest = z.strictObject({ userId });

export const invitation = z.object({
  userId,
  /** Given on to the person; it is not kept. */
  code: z.string(),
  /** When the code runs out, ms. */
  expiresAt: z.number().int(),
});
export type Invitation = z.infer<typeof invitation>;

/** POST people/access: closes an account and ends its sessions, or opens it again. 200 `accessSet`. */
export const accessRequest = z.strictObject({ userId, open: z.boolean() });
export const accessSet = z.object({ userId, open: z.boolean() });

/** POST people/role: what somebody may do from now on. 200 `roleSet`. */
export const roleRequest = z.strictObject({ userId, role: z.enum(roles) });
export const roleSet = z.object({ userId, role: z.enum(roles) });

/**
 * Files, with `authorization: Bearer <access token>`. The bytes go up in pieces of any size up to
 * `limits.pieceBytes`, each of which is on the relay's disk when it is answered, and from any
 * interruption on they go on where the relay says.
 */
export const filePath = (id: string): string => `${paths.files}/${id}`;
export const filePreviewPath = (id: string): string => `${paths.files}/${id}/preview`;

/** Names the place of a piece's first byte. */
export const OFFSET_HEADER = 'upload-offset';
export const PIECE_TYPE = 'application/offset+octet-stream';

/** POST files: begins an upload, or asks how far it is. 200 `uploadState`. */
export const uploadRequest = z.strictObject({
  /** The attachment's. */
  id: opId,
  channelId,
  name: fileName,
  size: z.number().int().nonnegative().max(MAX_FILE_BYTES),
  mediaType: z.string().max(MAX_MEDIA_TYPE),
  /** Of all bytes, hexadecimal, lower case. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type UploadRequest = z.infer<typeof uploadRequest>;

/**
 * Also the answer to PATCH files/<id>. With the piece that makes it whole the relay looks at the
 * bytes, and `state` is `done`, or the answer is an error. An empty piece at the end asks for that
 * once more.
 */
export const uploadState = z.object({
  /** Bytes that are on the relay's disk. */
  offset: z.number().int().nonnegative(),
  state: z.enum(['open', 'done']),
});
export type UploadState = z.infer<typeof uploadState>;

/**
 * DELETE files/<id>: gives up an upload that is not part of a message. 204.
 * GET files/<id>, with `range`: the bytes. GET files/<id>/preview: a WebP picture of at most
 * `limits.previewPixels` in each direction.
 */

/** POST urgent: who rang others outside their working hours, and why. 200 `urgentCounts`. */
export const urgentRequest = z.strictObject({});

export const urgentCounts = z.object({
  /** Each who did, the most first. */
  people: z.array(z.object({ userId: z.string(), count: z.number().int() })),
  /** The newest reasons, without what was written. `at`: ms. */
  newest: z.array(z.object({ userId: z.string(), reason: z.string(), at: z.number().int() })),
});
export type UrgentCounts = z.infer<typeof urgentCounts>;

/** The status of each error's code. */
export const httpErrors = {
  invalid: 400,
  bad_credentials: 401,
  session_ended: 401,
  disabled: 403,
  forbidden: 403,
  invite_invalid: 403,
  not_found: 404,
  name_taken: 409,
  /** The id is another file's. */
  file_taken: 409,
  /** A piece does not begin where the bytes end; `offset` tells where they do. */
  offset: 409,
  too_large: 413,
  type_blocked: 415,
  /** The bytes are not those that were announced; they begin again at 0. */
  damaged: 422,
  rate_limited: 429,
  unavailable: 503,
  no_space: 507,
} as const;
export type HttpErrorCode = keyof typeof httpErrors;

/** The body of every answer that is not 2xx. */
export const httpError = z.object({
  code: z.string(),
  message: z.string(),
  retryAfterMs: z.number().int().optional(),
  /** With `offset` and `damaged`: bytes that the relay has of the file. */
  offset: z.number().int().nonnegative().optional(),
});
