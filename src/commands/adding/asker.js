import * as clack from '@clack/prompts';

/** Who was asked has gone: nothing typed is lost, since each answer is kept as it is given. */
export class Left extends Error {
  name = 'Left';
}

/**
 * How a keeper is asked; tests answer in a keeper's place.
 * @typedef {object} Asker
 * @property {(question: TextQuestion) => Promise<string>} text
 * @property {(question: ChoiceQuestion) => Promise<string>} choose
 * @property {(message: string, initial?: boolean) => Promise<boolean>} confirm
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
 * @returns {Asker} each throws Left
 */
export function terminalAsker(streams = {}) {
  return {
    async text({ message, initial = '', refusal }) {
      const validate = (/** @type {string | undefined} */ text) => refusal(text ?? '') ?? undefined;
      const given = await clack.text({ message, initialValue: initial, validate, ...streams });
      return clack.isCancel(given) ? leave() : (given ?? '');
    },
    async choose({ message, options, initial }) {
      const question = {
        message,
        options: [...options],
        ...(initial === undefined ? {} : { initialValue: initial }),
        ...streams,
      };
      for (;;) {
        // Of a long list the keeper types a part of the name; where none has it, nothing is chosen.
        const given = await (options.length > 8
          ? clack.autocomplete({ ...question, maxItems: 8 })
          : clack.select(question));
        if (clack.isCancel(given)) leave();
        if (typeof given === 'string') return given;
        clack.log.message('Nothing was chosen: none has these letters.', streams);
      }
    },
    async confirm(message, initial = true) {
      const given = await clack.confirm({ message, initialValue: initial, ...streams });
      return clack.isCancel(given) ? leave() : given;
    },
    say: (message) => clack.log.message(message, streams),
  };
}

/** @returns {never} */
function leave() {
  throw new Left('left');
}
