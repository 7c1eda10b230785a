import { readFileSync, readdirSync } from 'node:fs';

/** The texts of all files under `home`, a folder's path with `/` at its end, by their paths below it. */
export function seedTexts(home: string): Record<string, string> {
  const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(?:csv|yaml)$/.test(entry.name),
  );
  const paths = files.map(({ parentPath, name }) =>
    `${parentPath.replace(/[/\\]$/, '')}/${name}`.replaceAll('\\', '/'),
  );
  return Object.fromEntries(
    paths.map((path) => [path.slice(home.length), readFileSync(path, 'utf8')]),
  );
}
