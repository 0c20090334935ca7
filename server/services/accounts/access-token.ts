import { errors, jwtVerify, SignJWT } from 'jose';
import type { UserId } from '../../../shared/domain/ids.ts';
import type { SigningKey } from './signing-key.ts';

/** How long an access token is good, ms. */
export const ACCESS_MS = 15 * 60_000;

/** A signature by somebody who left long ago proves nothing, not even for signing out. */
const SIGN_OUT_TOLERANCE_S = 90 * 24 * 3_600;

const TYPE = 'at+jwt';

export interface AccessClaims {
  readonly userId: UserId;
  readonly sessionId: string;
  /** ms */
  readonly expires: number;
}

/** A signed statement that a session was good not long ago: JWT (RFC 7519), HS256. */
export async function makeAccessToken(
  key: SigningKey,
  userId: UserId,
  sessionId: string,
  now: number,
): Promise<{ accessToken: string; expires: number }> {
  const seconds = Math.floor((now + ACCESS_MS) / 1_000);
  const accessToken = await new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: 'HS256', typ: TYPE })
    .setSubject(userId)
    .setIssuedAt(Math.floor(now / 1_000))
    .setExpirationTime(seconds)
    .sign(await key());
  return { accessToken, expires: seconds * 1_000 };
}

/**
 * What a token says, or undefined where it is not ours, was changed or has run out.
 *
 * @param evenExpired for signing out, which somebody may do who was away for a while
 */
export async function readAccessToken(
  key: SigningKey,
  token: string,
  now: number,
  evenExpired = false,
): Promise<AccessClaims | undefined> {
  try {
    const { payload } = await jwtVerify<{ sid?: unknown }>(token, await key(), {
      algorithms: ['HS256'],
      typ: TYPE,
      currentDate: new Date(now),
      requiredClaims: ['sub', 'sid', 'exp'],
      clockTolerance: evenExpired ? SIGN_OUT_TOLERANCE_S : 0,
    });
    const { sub, sid, exp } = payload;
    if (sub === undefined || exp === undefined || typeof sid !== 'string') return undefined;
    return { userId: sub as UserId, sessionId: sid, expires: exp * 1_000 };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
