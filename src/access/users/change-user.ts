import type { User, userRoutes } from '../../../contract/routes/users.js';
import type { InputOf } from '../../../contract/routes/route.js';
import type { Sql } from '../../database/sql.js';
import { ruleRefuses } from '../../http/problems.js';
import { checkNewAccount } from '../new-account.js';

type Changes = InputOf<typeof userRoutes.changeUser>['body'];

/**
 * Changes what is named; the rest stays. Whoever becomes an administrator has no communes any more.
 * @param knownCommunes the programme's communes
 * @throws AccountRefused where what comes out of it is no account; Problem 409 `has-journeys` for a coach who would be
 * none while she accompanies somebody
 */
export async function changeUser(
  sql: Sql,
  user: User,
  changes: Changes,
  knownCommunes: readonly string[],
): Promise<void> {
  const wished = role(user, changes);
  if (user.role === 'coach' && wished !== 'coach' && user.journeys > 0) {
    throw ruleRefuses('has-journeys', 'This coach accompanies people: hand them over first');
  }
  const communes = wished === 'admin' ? null : given(changes.communes, user.communes);
  const phone = given(changes.phone, user.phone);
  const { name, ...checked } = checkNewAccount(
    {
      email: user.email,
      role: wished,
      name: changes.name ?? user.name,
      ...(phone !== null && { phone }),
      ...(communes !== null && { communes }),
    },
    knownCommunes,
  );
  await sql.query('UPDATE access.account SET name = $2, phone = $3, role = $4, communes = $5 WHERE id = $1', [
    user.id,
    name,
    checked.phone,
    checked.role,
    checked.communes,
  ]);
}

const role = (user: User, changes: Changes): User['role'] => changes.role ?? user.role;

const given = <Value>(changed: Value | undefined, before: Value): Value =>
  changed === undefined ? before : changed;
