import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest although they are short: the first opens a page of every kind. */
const LONGEST = ['kinds.test.ts', 'print.test.ts'];

/** Begins with the files that take longest, so that no process is left with one of them alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      LONGEST.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
