import { z } from 'zod';
import { deviceId, userId } from '../domain/ids.ts';

/** Paths of the relay's HTTP side. */
export const paths = {
  workspace: '/api/v1/workspace',
  session: '/api/v1/session',
  refresh: '/api/v1/session/refresh',
  invite: '/api/v1/invite',
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

export const httpErrorCodes = [
  'invalid',
  'bad_credentials',
  'invite_invalid',
  'session_ended',
  'disabled',
  'rate_limited',
  'not_found',
  'too_large',
  'unavailable',
] as const;

/** The body of every answer that is not 2xx. */
export const httpError = z.object({
  code: z.string(),
  message: z.string(),
  retryAfterMs: z.number().int().optional(),
});
