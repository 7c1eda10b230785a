import { createInterface } from 'node:readline';
import * as clack from '@clack/prompts';

/** Who was asked has gone: nothing typed is lost, since each answer is kept as it is given. */
export class Left extends Error {
  name = 'Left';
}

/** Who was asked wants the question before this one again; `typed` is what stood in the field. */
export class Back extends Error {
  name = 'Back';

  /** @param {string} [typed] */
  constructor(typed = '') {
    super('back');
    this.typed = typed;
  }
}

/** What is typed, alone or after what stands in a field, to go back to the question before. */
export const BACK = '<';

/**
 * How somebody is asked; tests answer in a person's place. Every question throws Left when the person leaves, and Back when
 * the person goes back to the question before.
 * @typedef {object} Asker
 * @property {(question: TextQuestion) => Promise<string>} text
 * @property {(question: ChoiceQuestion) => Promise<string>} choose
 * @property {(message: string, initial?: boolean) => Promise<boolean>} confirm
 * @property {(message: string) => Promise<string>} lines several lines, pasted or typed; an empty one ends them
 * @property {(message: string) => void} say
 *
 * @typedef {object} TextQuestion
 * @property {string} message
 * @property {string} [initial] what stands there to begin with
 * @property {(text: string) => string | null} refusal why this cannot stand, or null
 *
 * @typedef {object} ChoiceQuestion
 * @property {string} message
 * @property {readonly { value: string, label: string, hint?: string }[]} options the likeliest first
 * @property {string} [initial]
 */

/**
 * @param {{ input?: import('node:stream').Readable, output?: import('node:stream').Writable }} [streams]
 * @returns {Asker}
 */
export function terminalAsker(streams = {}) {
  /** @type {Asker['choose']} */
  const choose = async ({ message, options, initial }) => {
    const question = {
      message,
      options: [...options, { value: BACK, label: '← back to the question before' }],
      ...(initial === undefined ? {} : { initialValue: initial }),
      ...streams,
    };
    for (;;) {
      // Of a long list a part of the name is typed; where none has it, nothing is chosen.
      const given = await (options.length > 8
        ? clack.autocomplete({ ...question, maxItems: 8 })
        : clack.select(question));
      if (clack.isCancel(given)) leave();
      if (given === BACK) throw new Back();
      if (typeof given === 'string') return given;
      clack.log.message('Nothing was chosen: none has these letters.', streams);
    }
  };
  return {
    choose,
    async text({ message, initial = '', refusal }) {
      const validate = (/** @type {string | undefined} */ text) =>
        text?.endsWith(BACK) === true ? undefined : (refusal(text ?? '') ?? undefined);
      const given = await clack.text({ message, initialValue: initial, validate, ...streams });
      if (clack.isCancel(given)) leave();
      if (given?.endsWith(BACK) === true) throw new Back(given.slice(0, -BACK.length));
      return given ?? '';
    },
    async confirm(message, initial = true) {
      const options = [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ];
      return (await choose({ message, options, initial: initial ? 'yes' : 'no' })) === 'yes';
    },
    async lines(message) {
      clack.log.step(message, streams);
      const { input = process.stdin, output = process.stdout } = streams;
      const reader = createInterface({ input, output, terminal: true });
      /** @type {string[]} */
      const lines = [];
      let hasLeft = false;
      reader.on('SIGINT', () => {
        hasLeft = true;
        reader.close();
      });
      for await (const line of reader) {
        if (line.trim() === '' || (lines.length === 0 && line === BACK)) {
          if (line === BACK) lines.push(BACK);
          break;
        }
        lines.push(line);
      }
      reader.close();
      if (hasLeft) leave();
      if (lines[0] === BACK) throw new Back();
      return lines.join('\n');
    },
    say: (message) => clack.log.message(message, streams),
  };
}

/** @returns {never} */
function leave() {
  throw new Left('left');
}
