import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Puts the API's own modules into few files, `dist/api/main.js` and what that loads later: finding and reading five
 * hundred of them one by one is a third of a start. Packages stay where they are.
 */
export async function bundleApi(dist) {
  const entry = join(dist, 'src/main.js');
  if (!existsSync(entry)) return;
  const outDir = join(dist, 'api');
  // Loaded here only: it takes longer than everything else when nothing is to be built.
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: dist,
    logLevel: 'error',
    plugins: [keepingPlaces(outDir)],
    ssr: { noExternal: ['zod', 'yaml', 'intl-messageformat', /^@formatjs/] },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { chunkFileNames: '[name].js' } },
    },
  });
}

/** Modules look for files beside themselves: each goes on saying where it was. */
const keepingPlaces = (outDir) => ({
  name: 'keeping-places',
  transform(code, id) {
    if (!code.includes('import.meta.url')) return undefined;
    const place = `new URL(${JSON.stringify(relative(outDir, id))}, import.meta.url).href`;
    return { code: code.replaceAll('import.meta.url', place), map: null };
  },
});
