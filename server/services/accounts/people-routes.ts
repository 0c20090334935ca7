import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { User } from '../../../shared/domain/kinds/user.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import { isAdmin } from '../../../shared/domain/permissions.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import {
  accessRequest,
  addPersonRequest,
  inviteRequest,
  paths,
  roleRequest,
  urgentRequest,
  type Invitation,
  type UrgentCounts,
} from '../../../shared/protocol/http.ts';
import type { Store } from '../../store/port.ts';
import { getRow } from '../../store/read-row.ts';
import type { Authenticator, Identity } from './authenticator.ts';
import { countUrgent } from '../urgent/count-urgent.ts';
import { answerFailure, BODY_LIMIT, bearerOf, parse } from './http-answers.ts';
import { HttpFailure } from './http-failure.ts';
import { Refused, type People } from './people.ts';

export interface PeopleRouteDeps {
  readonly store: Store;
  readonly authenticator: Authenticator;
  readonly people: People;
}

/** The routes of shared/protocol/http.ts by which administrators make, invite, raise and close accounts. */
export function registerPeopleRoutes(fastify: FastifyInstance, deps: PeopleRouteDeps): void {
  fastify.register(async (scope) => routes(scope, deps));
}

function routes(fastify: FastifyInstance, { store, authenticator, people }: PeopleRouteDeps): void {
  const options = { bodyLimit: BODY_LIMIT };
  fastify.setErrorHandler(answerFailure);

  /** @throws {HttpFailure} `session_ended`, `forbidden` */
  const administrator = async (request: FastifyRequest): Promise<Identity> => {
    const token = bearerOf(request);
    const identity = token === undefined ? undefined : await authenticator.verify(token);
    if (identity === undefined) throw new HttpFailure('session_ended');
    if (!isAdmin(identity)) throw new HttpFailure('forbidden');
    return identity;
  };
  /** Somebody other than the administrator; whoever is no owner leaves owners alone. */
  const other = async (by: Identity, id: UserId): Promise<User> => {
    const user = await getRow(store, orgScope, 'user', id);
    if (user === undefined || user.bot) throw new HttpFailure('not_found');
    const above = user.role === 'owner' && by.role !== 'owner';
    if (user.id === by.userId || above) throw new HttpFailure('forbidden');
    return user;
  };
  const invited = async (reply: FastifyReply, user: User): Promise<Invitation> => {
    void reply.header('cache-control', 'no-store');
    return { userId: user.id as UserId, ...(await people.invite(user)) };
  };

  fastify.post(paths.people, options, async (request, reply) => {
    const by = await administrator(request);
    const person = parse(addPersonRequest, request.body);
    if (person.role === 'owner' && by.role !== 'owner') throw new HttpFailure('forbidden');
    const userId = await people.add(person).catch(asFailure);
    request.log.info({ by: by.userId, userId }, 'account made');
    const user = await getRow(store, orgScope, 'user', userId);
    if (user === undefined) throw new HttpFailure('unavailable');
    return invited(reply, user);
  });

  fastify.post(paths.peopleInvite, options, async (request, reply) => {
    const by = await administrator(request);
    const user = await other(by, parse(inviteRequest, request.body).userId);
    if (user.disabledAt !== null) throw new HttpFailure('disabled');
    request.log.info({ by: by.userId, userId: user.id }, 'person invited');
    return invited(reply, user);
  });

  fastify.post(paths.peopleAccess, options, async (request, reply) => {
    const by = await administrator(request);
    const { userId, open } = parse(accessRequest, request.body);
    await other(by, userId);
    await people.setDisabled(userId, !open).catch(asFailure);
    request.log.info({ by: by.userId, userId }, open ? 'account opened' : 'account closed');
    return reply.send({ userId, open });
  });

  fastify.post(paths.peopleRole, options, async (request, reply) => {
    const by = await administrator(request);
    const { userId, role } = parse(roleRequest, request.body);
    await other(by, userId);
    if (role === 'owner' && by.role !== 'owner') throw new HttpFailure('forbidden');
    await people.update(userId, { role }).catch(asFailure);
    request.log.info({ by: by.userId, userId, role }, 'role changed');
    return reply.send({ userId, role });
  });

  fastify.post(paths.urgent, options, async (request, reply) => {
    await administrator(request);
    parse(urgentRequest, request.body);
    const counted = await countUrgent(store);
    const newest = counted.newest.map(({ authorId, reason, at }) => ({
      ...{ userId: authorId, reason, at },
    }));
    const answer: UrgentCounts = { people: [...counted.people], newest };
    return reply.send(answer);
  });
}

function asFailure(error: unknown): never {
  if (!(error instanceof Refused)) throw error;
  throw new HttpFailure(error.code === 'name_taken' ? 'name_taken' : 'not_found');
}
