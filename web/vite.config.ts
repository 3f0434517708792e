import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The pages: one entry, a chunk for each page, no inline script and no inline picture, so that the policy stays strict. */
export default defineConfig({
  root: here,
  base: '/',
  publicDir: false,
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: 'manifest.json',
    rolldownOptions: {
      input: [`${here}/index.html`, `${here}/early.ts`],
      // a browser asks for six files at a time: what is shared comes in two pieces, not in forty
      output: {
        // the bundler names what is shared after all that share it
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        assetFileNames: ({ names: [name = ''] }) => `assets/${name.split(/[~.]/)[0]}-[hash][extname]`,
        // pieces may need each other: what runs first is said by the imports, not by the pieces
        strictExecutionOrder: true,
        codeSplitting: {
          groups: [
            { name: 'base', tags: ['$initial'], test: /(?<!early\.ts)$/, priority: 2 },
            {
              name: 'shared',
              minShareCount: 2,
              priority: 1,
              entriesAware: true,
              entriesAwareMergeThreshold: 60_000,
            },
          ],
        },
      },
    },
  },
});
