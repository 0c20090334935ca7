/**
 * The advisory locks of a relay's database, which its nodes share. The first number is the
 * relay's, so that another program in the same database does not meet them by chance.
 */
const RELAY = 0x62_61_6c_61;

const MIGRATION = 0;
const ORG = 1;
const SEARCH = 2;

const lock = (call: string, which: number): string => `SELECT ${call}(${RELAY}, ${which})`;

/** Who migrates the schema. */
export const lockMigration = lock('pg_advisory_xact_lock', MIGRATION);

/**
 * Nearly every command reads rows of `org` (who somebody is, whether a channel is archived), and
 * few change it. So groups share this lock and run beside each other on all nodes; a group that
 * changes `org` holds it alone. Who waits for it is served in turn, which sharers of a row lock
 * are not: they could keep a writer out for ever.
 */
export const shareOrg = lock('pg_advisory_xact_lock_shared', ORG);
export const holdOrg = lock('pg_advisory_xact_lock', ORG);

/** One node at a time brings the search index up to date; the others have no need to wait for it. */
export const trySearch = lock('pg_try_advisory_xact_lock', SEARCH);
