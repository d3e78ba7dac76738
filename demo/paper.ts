import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The pages of a PDF as PNG files beside it, at the given dots per inch. Needs poppler's pdftoppm. */
export async function rasterise(pdf: string, dpi: number): Promise<string[]> {
  const stem = `${basename(pdf, '.pdf')}-${dpi}dpi`;
  await run('pdftoppm', ['-r', String(dpi), '-png', pdf, join(dirname(pdf), stem)]);
  const files = await readdir(dirname(pdf));
  return files
    .filter((file) => file.startsWith(`${stem}-`) && file.endsWith('.png'))
    .sort()
    .map((file) => join(dirname(pdf), file));
}

/** What every QR code on the picture says. Needs zbarimg, which exits with 4 when it finds none. */
export async function decodeCodes(png: string): Promise<string[]> {
  const options = ['--quiet', '--raw', '--nodbus', '-Sdisable', '-Sqrcode.enable', png];
  try {
    const { stdout } = await run('zbarimg', options);
    return stdout.split('\n').filter((line) => line !== '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 4) return [];
    throw error;
  }
}
