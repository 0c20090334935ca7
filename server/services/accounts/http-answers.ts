import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { StoreUnavailable } from '../../store/port.ts';
import { HttpFailure } from './http-failure.ts';
import { PasswordsBusy } from './passwords.ts';

/** The longest body of the routes about accounts, bytes. */
export const BODY_LIMIT = 16 * 1024;

/** @throws {HttpFailure} `invalid` */
export function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  // Where it is wrong, and never what it says: the body holds secrets.
  const places = parsed.error.issues.map(({ path }) => path.join('.') || 'body');
  throw new HttpFailure('invalid', `not as expected: ${[...new Set(places)].join(', ')}`);
}

/** What follows `Bearer`; undefined where there is no such header. */
export const bearerOf = (request: FastifyRequest): string | undefined =>
  /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];

/** The error handler of these routes: each failure has a code. */
export function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const failure = failureOf(error);
  if (failure.code === 'unavailable') request.log.error({ err: error }, 'request failed');
  if (failure.retryAfterMs !== undefined) {
    void reply.header('retry-after', Math.ceil(failure.retryAfterMs / 1_000));
  }
  return reply.code(failure.status).send(failure.body);
}

function failureOf(error: unknown): HttpFailure {
  if (error instanceof HttpFailure) return error;
  if (error instanceof PasswordsBusy) {
    return new HttpFailure('unavailable', undefined, { retryAfterMs: error.retryAfterMs });
  }
  if (error instanceof StoreUnavailable) return new HttpFailure('unavailable');
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
  if (status === 413) return new HttpFailure('too_large');
  // Fastify's own: not JSON, no body, another media type.
  if (typeof status === 'number' && status < 500) return new HttpFailure('invalid');
  return new HttpFailure('unavailable');
}
