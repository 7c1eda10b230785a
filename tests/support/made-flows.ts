import type { PlainFlow } from '../../src/lib/drawing/many-flows.ts';

/** Flows between made places of a frame of 720 × 480; the same for the same count, a tenth of them words. */
export function madeFlows(count: number): PlainFlow[] {
  let state = 20_220_224;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const place = (): [number, number] => [next() * 720, next() * 480];
  const places = Array.from({ length: 300 }, place);
  const pick = (): [number, number] => places[Math.floor(next() * places.length)] ?? [0, 0];
  return Array.from({ length: count }, (_, n) => {
    const word = n % 10 === 0;
    return {
      id: `flow-${n}`,
      from: pick(),
      to: pick(),
      bend: next() * 0.5 - 0.25,
      // From a few persons to some three millions, most of them small.
      persons: word ? null : Math.ceil(10 ** (1 + next() * 5.5)),
      kind: word ? 'word' : 'arrow',
    };
  });
}
