import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// The words stand in crates/report/locales, above this folder: one set for window, command line and report.
const fs = { allow: ['.', '../crates/report/locales'] };

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  clearScreen: false,
  server: { host: '127.0.0.1', port: 1420, strictPort: true, fs },
  preview: { host: '127.0.0.1', port: 1421, strictPort: true },
  // The pretended backend is for a plain browser and for tests; a build for the window does not contain it.
  define: { __FAKE__: JSON.stringify(mode !== 'production') },
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  build: {
    target: 'safari17',
    outDir: mode === 'browser' ? 'dist-browser' : 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0, // the content security policy lets nothing run or style from inside the page
    modulePreload: { polyfill: false },
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'] },
}));
