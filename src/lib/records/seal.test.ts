import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealOf } from './seal.ts';

test('the order of lines does not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (lines) => {
      expect(sealOf([...lines].reverse())).toBe(sealOf(lines));
    }),
  );
});

test('one letter changed, a line more or a line less is seen', () => {
  const line = fc.stringMatching(/^[a-z0-9,: ]{1,40}$/);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), fc.nat(), line, (lines, pick, other) => {
      const at = pick % lines.length;
      const seal = sealOf(lines);
      expect(seal).toMatch(/^[0-9a-f]{16}$/);
      expect(sealOf([...lines, other])).not.toBe(seal);
      expect(sealOf(lines.toSpliced(at, 1))).not.toBe(seal);
      if (lines[at] !== other) expect(sealOf(lines.with(at, other))).not.toBe(seal);
    }),
  );
});
