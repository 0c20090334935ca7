import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { icns, icnsSizes, ico, icoSizes, type Png } from './icon-files.ts';

function draw(svg: string, size: number): Png {
  return { size, data: new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng() };
}

/** macOS draws icons with a margin of its own grid: 100 of 1,024 on each side. */
const withMargin = (svg: string): string =>
  svg.replace('viewBox="0 0 96 96"', 'viewBox="-11.65 -11.65 119.3 119.3"');

/** The colour of a line on a taskbar of any colour, and the one that macOS takes for a mask. */
const TRAY = { plain: '#8c8f94', template: '#000000' } as const;

/** Draws all icons from the two SVG files: those the app loads, and those its installers carry. */
export function buildIcons(source: string, appFolder: string, installerFolder: string): void {
  const icon = readFileSync(join(source, 'icon.svg'), 'utf8');
  const tray = readFileSync(join(source, 'tray.svg'), 'utf8');
  mkdirSync(appFolder, { recursive: true });
  mkdirSync(join(installerFolder, 'icons'), { recursive: true });

  writeFileSync(join(appFolder, 'app.png'), draw(icon, 256).data);
  for (const [name, colour] of [
    ['tray', TRAY.plain],
    ['trayTemplate', TRAY.template],
  ] as const) {
    const coloured = tray.replaceAll('currentColor', colour);
    writeFileSync(join(appFolder, `${name}.png`), draw(coloured, 16).data);
    writeFileSync(join(appFolder, `${name}@2x.png`), draw(coloured, 32).data);
  }

  writeFileSync(join(installerFolder, 'icon.ico'), ico(icoSizes.map((size) => draw(icon, size))));
  const mac = withMargin(icon);
  writeFileSync(join(installerFolder, 'icon.icns'), icns(icnsSizes.map((size) => draw(mac, size))));
  for (const size of [16, 32, 48, 64, 128, 256, 512, 1024]) {
    writeFileSync(join(installerFolder, 'icons', `${size}x${size}.png`), draw(icon, size).data);
  }
}
