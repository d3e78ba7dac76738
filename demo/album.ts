import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The tour's pictures: numbered files with captions, and a page that shows them in order. */
export class Album {
  readonly folder: string;
  readonly #pictures: { file: string; zh: string; en: string }[] = [];

  /** Empties the folder, so that a picture of an earlier tour is never taken for one of this. */
  constructor(folder: string) {
    this.folder = folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  /** Gives the path of the picture. */
  add(name: string, caption: { zh: string; en: string }, png: Uint8Array): string {
    const file = `${String(this.#pictures.length + 1).padStart(2, '0')}-${name}.png`;
    const path = join(this.folder, file);
    writeFileSync(path, png);
    this.#pictures.push({ file, ...caption });
    return path;
  }

  /** Writes `index.html` and gives its path. */
  close(): string {
    const figures = this.#pictures.map(
      ({ file, zh, en }) =>
        `<figure><img src="${file}" alt="${zh}"><figcaption>${zh}<br><small>${en}</small></figcaption></figure>`,
    );
    const path = join(this.folder, 'index.html');
    writeFileSync(
      path,
      `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>尺度 · 一案到底</title>
<style>body{font-family:sans-serif;max-width:1100px;margin:auto}img{max-width:100%;border:1px solid #ccc}figure{margin:32px 0}</style>
<h1>尺度 · 一案到底 <small>One case, all the way</small></h1>
${figures.join('\n')}
</html>
`,
    );
    return path;
  }
}
