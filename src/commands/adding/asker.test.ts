import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Back, Left, terminalAsker } from './asker.js';

/** A terminal at which keys are pressed one after the other. */
function terminal() {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  let seen = '';
  output.on('data', (chunk: Buffer) => (seen += chunk.toString()));
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await pause(20);
      input.write(key);
    }
  };
  return { ask: terminalAsker({ input, output }), press, seen: () => seen };
}

const ENTER = '\r';
const DOWN = '\u001b[B';

test('a refused answer stays in the field with its reason, until it is mended', async () => {
  const { ask, press, seen } = terminal();
  const refusal = (text: string) => (text === '12' ? null : 'expected 12');
  const given = ask.text({ message: 'How many?', initial: '1', refusal });
  await press(ENTER, '2', ENTER);
  expect(await given).toBe('12');
  expect(seen()).toContain('expected 12');
});

test('a choice is taken by its arrow, a yes by enter', async () => {
  const first = terminal();
  const options = ['one', 'two', 'three'].map((value) => ({ value, label: value }));
  const chosen = first.ask.choose({ message: 'Which?', options });
  await first.press(DOWN, ENTER);
  expect(await chosen).toBe('two');
  const second = terminal();
  const said = second.ask.confirm('Well?');
  await second.press(ENTER);
  expect(await said).toBe(true);
});

test('of a long list a part of the name finds it', async () => {
  const { ask, press } = terminal();
  const options = Array.from({ length: 20 }, (_, at) => ({ value: `v${at}`, label: `Word ${at}` }));
  const chosen = ask.choose({ message: 'Which?', options });
  await press('1', '7', ENTER);
  expect(await chosen).toBe('v17');
});

test('where no name has the letters typed nothing is taken, and it is asked again', async () => {
  const { ask, press, seen } = terminal();
  const options = Array.from({ length: 20 }, (_, at) => ({ value: `v${at}`, label: `Word ${at}` }));
  const chosen = ask.choose({ message: 'Which?', options });
  await press('z', 'z', ENTER);
  await pause(50);
  await press('1', '7', ENTER);
  expect(await chosen).toBe('v17');
  expect(seen()).toContain('Nothing was chosen');
});

test('Ctrl-C leaves', async () => {
  const { ask, press } = terminal();
  const given = ask.text({ message: 'How many?', refusal: () => null });
  const left = expect(given).rejects.toThrow(Left);
  await press('\u0003');
  await left;
});

test('"<" in a field, also after what stands there, and the last line of a list, go back', async () => {
  const field = terminal();
  const given = field.ask.text({ message: 'How many?', refusal: () => 'expected 12' });
  const back = expect(given).rejects.toThrow(Back);
  await field.press('<', ENTER);
  await back;
  const filled = terminal();
  const typed = filled.ask.text({ message: 'How many?', initial: '1', refusal: () => null });
  const kept = expect(typed).rejects.toMatchObject({ name: 'Back', typed: '12' });
  await filled.press('2', '<', ENTER);
  await kept;
  const list = terminal();
  const said = list.ask.confirm('Well?');
  const again = expect(said).rejects.toThrow(Back);
  await list.press(DOWN, DOWN, ENTER);
  await again;
});

test('pasted lines are taken until an empty one', async () => {
  const { ask, press } = terminal();
  const given = ask.lines('Paste it');
  await press('measure,value\rkilled,12\r', ENTER);
  expect(await given).toBe('measure,value\nkilled,12');
});
