import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Smaller than that, packing saves no packet. */
const worthPackingBytes = 1400;

/** Builds the pages into dist/web and packs their files once, so that no request has to. */
export async function buildPages(root, dist) {
  const configFile = join(root, 'web/vite.config.ts');
  if (!existsSync(configFile)) return;
  // Loaded here only: it takes longer than everything else when nothing is to be built.
  const { build } = await import('vite');
  await build({ configFile, logLevel: 'error' });
  await build({ configFile, logLevel: 'error', mode: 'early' });
  const assets = join(dist, 'web/assets');
  for (const name of readdirSync(assets)) {
    const content = readFileSync(join(assets, name));
    if (content.length < worthPackingBytes) continue;
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };
    writeFileSync(join(assets, `${name}.br`), brotliCompressSync(content, quality));
    writeFileSync(join(assets, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}
