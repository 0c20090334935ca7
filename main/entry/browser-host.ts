import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// A second start finds what the first one compiled: half of its time. Where the folder cannot be
// written, each start compiles anew.
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'compiled'));
await import('./host/program.ts');
