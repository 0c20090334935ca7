import { config } from 'zod';

/**
 * Schemas parse without compiled code, which the content policy forbids. Imported before anything
 * that makes a schema, since even asking whether code may be compiled counts as a violation.
 */
config({ jitless: true });
