import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** What both builds have in common: no inline script and no inline picture, so that the policy stays strict. */
const common = {
  outDir: '../dist/web',
  target: 'es2022',
  // `light-dark()` stays as it is: turned into variables it loses its colours
  cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  reportCompressedSize: false,
};

/** The pages: one entry, a chunk for each page, what they share in a few pieces. */
const pages = {
  ...common,
  emptyOutDir: true,
  manifest: 'manifest.json',
  rolldownOptions: {
    input: `${here}/index.html`,
    output: {
      // the bundler names what is shared after all that share it
      chunkFileNames: ({ name }: { name: string }) => `assets/${name.split('~')[0]}-[hash].js`,
      assetFileNames: ({ names: [name = ''] }: { names: string[] }) =>
        `assets/${name.split(/[~.]/)[0]}-[hash][extname]`,
      // pieces may need each other: what runs first is said by the imports, not by the pieces
      strictExecutionOrder: true,
      codeSplitting: {
        // a browser asks for six files at a time: left alone, the bundler would cut forty
        groups: [
          { name: 'base', tags: ['$initial' as const], priority: 2 },
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
};

/** What asks for a page's data while the pages' scripts are on their way: one small file that needs no other. */
const early = {
  ...common,
  emptyOutDir: false,
  manifest: 'early.json',
  rolldownOptions: { input: `${here}/early.ts` },
};

/** `vite build`, then `vite build --mode early`. */
export default defineConfig(({ mode }) => ({
  root: here,
  base: '/',
  publicDir: false,
  build: mode === 'early' ? early : pages,
}));
