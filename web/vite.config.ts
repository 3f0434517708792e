import { defineConfig } from 'vite';

/** The pages: one entry, a chunk for each page, no inline script and no inline picture, so that the policy stays strict. */
export default defineConfig({
  root: import.meta.dirname,
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
    rollupOptions: { input: [`${import.meta.dirname}/index.html`, `${import.meta.dirname}/early.ts`] },
  },
});
