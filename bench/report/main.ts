import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pageOf } from './page.js';
import { newestResult } from './result.js';

// Writes the newest figures into docs/performance.md, and draws its pictures: `npm run bench:report`

const file = 'docs/performance.md';
const folder = 'docs/pictures';
const { document, pictures } = pageOf(newestResult('bench/results'), readFileSync(file, 'utf8'));
writeFileSync(file, document);
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) {
  if (/^performance-.*\.svg$/.test(name) && !pictures.has(name)) rmSync(`${folder}/${name}`);
}
for (const [name, picture] of pictures) writeFileSync(`${folder}/${name}`, picture);
console.log(`${file} and ${pictures.size} pictures tell what was measured`);
