import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Clock } from '../../../shared/domain/clock.ts';
import { UNNAMED, WORKSPACE_ROW } from '../../../shared/domain/kinds/workspace.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import {
  acceptInviteRequest,
  paths,
  refreshRequest,
  signInRequest,
  type SessionGranted,
  type WorkspaceInfo,
} from '../../../shared/protocol/http.ts';
import { OLDEST_PROTOCOL, PROTOCOL } from '../../../shared/protocol/version.ts';
import type { Bus } from '../../bus/port.ts';
import type { Store } from '../../store/port.ts';
import { getRow } from '../../store/read-row.ts';
import { answerFailure, BODY_LIMIT, bearerOf, parse } from './http-answers.ts';
import { HttpFailure } from './http-failure.ts';
import { Passwords } from './passwords.ts';
import type { RandomBytes } from './secrets.ts';
import { Sessions } from './sessions.ts';
import { SignIn, type SignInResult } from './sign-in.ts';

export interface AuthRouteDeps {
  readonly store: Store;
  readonly bus: Bus;
  readonly clock: Clock;
  /** This relay's version, for people: `balai-relay/0.1.0`. */
  readonly server: string;
  readonly passwords?: Passwords;
  readonly random?: RandomBytes;
}

/**
 * The routes of shared/protocol/http.ts that sign people in and out. They answer failures by
 * themselves, whatever else the server's error handler does. Addresses are `request.ip`, so
 * whoever makes the server sets `trustProxy`.
 */
export function registerAuthRoutes(fastify: FastifyInstance, deps: AuthRouteDeps): void {
  fastify.register(async (scope) => routes(scope, deps));
}

function routes(fastify: FastifyInstance, deps: AuthRouteDeps): void {
  const { store, clock, server, passwords = new Passwords() } = deps;
  const sessions = new Sessions(deps);
  const signIn = new SignIn({ accounts: store.accounts, sessions, passwords, clock });
  fastify.setErrorHandler(answerFailure);

  fastify.get(paths.workspace, async (): Promise<WorkspaceInfo> => {
    const workspace = await getRow(store, orgScope, 'workspace', WORKSPACE_ROW);
    const name = workspace?.name ?? UNNAMED;
    const protocol = { oldest: OLDEST_PROTOCOL, newest: PROTOCOL };
    return { name, server, protocol, signIn: ['password'] };
  });

  const options = { bodyLimit: BODY_LIMIT };
  fastify.post(paths.session, options, async (request, reply) => {
    const body = parse(signInRequest, request.body);
    return grant(reply, await signIn.withPassword(body, request.ip));
  });

  fastify.post(paths.invite, options, async (request, reply) => {
    const body = parse(acceptInviteRequest, request.body);
    return grant(reply, await signIn.withInvite(body, request.ip));
  });

  fastify.post(paths.refresh, options, async (request, reply) => {
    const { refreshToken } = parse(refreshRequest, request.body);
    return grant(reply, await sessions.refresh(refreshToken));
  });

  fastify.delete(paths.session, async (request, reply) => {
    const token = bearerOf(request);
    const sessionId = token === undefined ? undefined : await sessions.toSignOut(token);
    if (sessionId === undefined) throw new HttpFailure('session_ended');
    await sessions.end(sessionId);
    return reply.code(204).send();
  });
}

function grant(
  reply: FastifyReply,
  result: SignInResult | Awaited<ReturnType<Sessions['refresh']>>,
): SessionGranted {
  if (!result.ok) {
    throw new HttpFailure(
      result.code,
      undefined,
      'retryAfterMs' in result ? { retryAfterMs: result.retryAfterMs } : {},
    );
  }
  void reply.header('cache-control', 'no-store');
  return result.granted;
}
