import { Back, Left } from '../../src/commands/adding/asker.js';
import type { Asker } from '../../src/commands/adding/asker.js';

/** Answers for questions, by a piece of each question's words; of several answers one after the other. */
export type Script = Readonly<Record<string, string | readonly string[]>>;

/** Questions: more than any script here needs. */
const MOST = 300;

/**
 * Answers in a person's place: a question none of the script speaks of gets what stands there already, or the first choice.
 * A refused answer is followed by the next; `leave` in an answer's place is Ctrl-C, `back` goes back.
 */
export function scriptedAsker(script: Script): { ask: Asker; asked: string[]; told: string[] } {
  const asked: string[] = [];
  const told: string[] = [];
  const left = new Map(
    Object.entries(script).map(([piece, given]) => [
      piece,
      typeof given === 'string' ? [given] : [...given],
    ]),
  );
  const answer = (message: string, usual: string): string => {
    asked.push(message);
    // A question that comes back for ever would never give the test's time limit a turn.
    if (asked.length > MOST) throw new Error(`asked over and over: "${message}"`);
    // The longest piece speaks of it most closely.
    const [found] = [...left]
      .filter(([piece]) => message.includes(piece))
      .sort(([a], [b]) => b.length - a.length);
    const answers = found?.[1];
    const given = answers?.shift() ?? usual;
    if (given === 'leave') throw new Left('left');
    if (given === 'back') throw new Back();
    return given;
  };
  const ask: Asker = {
    text: async ({ message, initial = '', refusal }) => {
      for (let tries = 0; tries < 9; tries += 1) {
        const given = answer(message, initial);
        const why = refusal(given);
        if (why === null) return given;
        told.push(why);
      }
      throw new Error(`no answer that can stand to "${message}": ${told.at(-1) ?? ''}`);
    },
    choose: async ({ message, options, initial }) => {
      const given = answer(message, initial ?? options[0]?.value ?? '');
      if (!options.some(({ value }) => value === given))
        throw new Error(`${given} is not offered for "${message}"`);
      return given;
    },
    confirm: async (message, initial = true) => answer(message, initial ? 'yes' : 'no') === 'yes',
    lines: async (message) => answer(message, ''),
    say: (message) => void told.push(message),
  };
  return { ask, asked, told };
}
