import { readdir } from 'node:fs/promises';
import { cpus } from 'node:os';

/** One bench file: `test/bench/<room>.bench.ts`. `run` measures and returns a Markdown table with ratios. */
type Bench = { readonly title: string; readonly run: () => Promise<string> };

const wanted = process.argv.slice(2);
const files = (await readdir(new URL('.', import.meta.url))).filter((file) => file.endsWith('.bench.ts')).sort();
console.log(`node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'} × ${cpus().length}\n`);
for (const file of files) {
  const name = file.replace('.bench.ts', '');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const bench = (await import(new URL(file, import.meta.url).href)) as Bench;
  console.log(`## ${bench.title}\n\n${await bench.run()}\n`);
}
