import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { engineGlue, singleFile } from './single-file.plugin.ts';

/** The oldest browsers of the classrooms. */
const browsers = ['chrome109', 'firefox115'];

export default defineConfig(({ mode }) => {
  const single = mode === 'single';
  return {
    base: './',
    plugins: [react(), engineGlue(single), single && singleFile(browsers)],
    build: {
      target: browsers,
      outDir: single ? 'dist-single' : 'dist',
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1500,
      ...(single && {
        assetsInlineLimit: Number.MAX_SAFE_INTEGER,
        cssCodeSplit: false,
        modulePreload: false as const,
        rolldownOptions: {
          // There is no module in a classic script: `import.meta` is left empty, on purpose.
          checks: { emptyImportMeta: false },
          output: {
            format: 'cjs' as const,
            entryFileNames: '[name].js',
            chunkFileNames: '[name].js',
          },
        },
      }),
    },
  };
});
