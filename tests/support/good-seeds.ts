import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../fixtures/good-seeds/', import.meta.url));

/** The made-up seeds, by path below their folder. */
export const goodSeeds: Readonly<Record<string, string>> = textsIn(home);

/** Every file below a folder, by its path there. */
export function textsIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => `${parentPath.replace(/\/$/, '')}/${name}`);
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );
}
