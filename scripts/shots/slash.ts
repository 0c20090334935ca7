import { mainPasses } from './pass.ts';
import { ready } from './ready.ts';
import type { Scene } from './scene.ts';

/** Commands behind a slash: the list, what is written behind a name, and one that is not known. */
export const slash: Scene = async (studio) => {
  const { camera } = studio;
  const { page, desk } = await studio.mainScreen();
  await ready(page);
  await desk.open('umum');
  await desk.composer.pressSequentially('/');
  await page.getByRole('option').first().waitFor();
  await camera.take(page, 'slash');
  await desk.composer.press('Enter');
  await page.keyboard.type('besok 9:00 telepon vendor');
  await camera.take(page, 'slash-usage');
  await desk.composer.fill('/ngopi dulu');
  await desk.composer.press('Enter');
  await page.getByRole('alert').waitFor();
  await camera.take(page, 'slash-unknown');
  await desk.composer.fill('');
  for (const { name, themes, context } of mainPasses) {
    const screen = await studio.mainScreen(context);
    await ready(screen.page);
    const composer = screen.page.getByRole('main').getByRole('textbox').last();
    // What was wiped a moment before the last screen went may be here again as a draft.
    await composer.fill('');
    await composer.pressSequentially('/');
    await screen.page.getByRole('option').first().waitFor();
    await camera.take(screen.page, `slash-${name}`, themes);
    await composer.fill('');
  }
};
