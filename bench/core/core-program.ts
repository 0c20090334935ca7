import { coreFlags } from '../../main/entry/core-flags.ts';
import { Program } from '../relay/program.ts';

/** A program that carries the core, with the flags that the app gives its core. */
export const coreProgram = (file: string, args: readonly string[]): Program =>
  new Program(coreFlags[0], [...coreFlags.slice(1), file, ...args]);
