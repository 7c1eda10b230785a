import { join } from 'node:path';
import { root } from './run.js';

const home = join(root, 'node_modules/@expo-google-fonts');

/**
 * The faces in which share pictures are set, by the names that `drawing/type/measured-lines.ts` has for them.
 * @type {Readonly<Record<string, string>>}
 */
export const faces = {
  sans: join(home, 'source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  bold: join(home, 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
  serif: join(home, 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
  number: join(home, 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
};
