import type { User } from '../../../shared/domain/kinds/user.ts';
import type { AdminContext } from '../admin-command.ts';
import { UsageError } from '../usage-error.ts';

/** @throws {UsageError} */
export async function findPerson({ people }: AdminContext, name: string): Promise<User> {
  const user = await people.find(name.trim().toLowerCase());
  if (user !== undefined) return user;
  throw new UsageError(`Nobody has the sign-in name ${name}. See who there is: user list`);
}
