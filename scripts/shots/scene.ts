import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Office } from '../../e2e/support/office.ts';
import type { Screen } from '../../e2e/support/screen.ts';
import { DEMO_PERSON } from '../../server/services/demo/demo-state.ts';
import type { Camera } from './camera.ts';

/** A part of the run that opens what it needs, and closes it again. */
export type Scene = (studio: Studio) => Promise<void>;

/** What the scenes have in common: one office, and the computer of the demo's main person. */
export class Studio {
  readonly office: Office;
  readonly browser: Browser;
  readonly camera: Camera;
  #main: Screen | undefined;

  constructor(office: Office, browser: Browser, camera: Camera) {
    this.office = office;
    this.browser = browser;
    this.camera = camera;
  }

  /** The main person's computer, freshly started. */
  async mainScreen(context: BrowserContextOptions = {}): Promise<Screen> {
    if (this.#main === undefined) {
      this.#main = await this.office.screen(this.browser, DEMO_PERSON, context);
    } else {
      await this.#main.kill();
      await this.#main.reopen(context);
    }
    return this.#main;
  }
}
