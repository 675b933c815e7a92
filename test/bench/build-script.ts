import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles what is timed in a process of its own, as the program is bundled. */
export const buildScript = async (entry: URL, outfile: string): Promise<void> => {
  await build({
    entryPoints: [fileURLToPath(entry)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
};
