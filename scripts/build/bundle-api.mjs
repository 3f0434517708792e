import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What no start needs, and argon2, which is no JavaScript: these stay packages, found when they are asked for. */
const staysApart = /^(@node-rs\/argon2|@opentelemetry|@temporalio|mailparser|nodemailer|typeorm)(\/|$)/;

/** The API, and the threads that read names in while it starts. */
const entries = ['main.js', 'directory/read-names.thread.js'];

/**
 * Puts all that the API starts with into few files, `dist/api/main.js` and what that loads later: finding and reading
 * fourteen hundred modules one by one is half of a start. What asks for packages that need not be there goes on asking.
 */
export async function bundleApi(dist) {
  const outDir = join(dist, 'api');
  const input = entries.map((entry) => join(dist, 'src', entry));
  if (!input.every(existsSync)) return;
  // Loaded here only: it takes longer than everything else when nothing is to be built.
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: dist,
    logLevel: 'error',
    plugins: [keepingPlaces(outDir)],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'node20',
      rolldownOptions: { input, external: staysApart, output: { chunkFileNames: '[name].js' } },
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
