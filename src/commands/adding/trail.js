import { Back } from './asker.js';

/** @typedef {import('./asker.js').Asker} Asker */
/** @typedef {import('./draft-file.js').Draft} Draft */
/** @typedef {import('./asker.js').TextQuestion} TextQuestion */
/** @typedef {import('./asker.js').ChoiceQuestion} ChoiceQuestion */

/**
 * The questions of an interview in the order in which they were answered. A question that is answered is not asked again, so
 * the interview can be gone through from its beginning at any time: after a way back, and when it goes on after Ctrl-C. An
 * answer that is asked for again stands in its field.
 */
export class Trail {
  /**
   * @param {Asker} ask
   * @param {Draft} draft
   * @param {() => void} keep writes the draft to the disk
   */
  constructor(ask, draft, keep) {
    this.ask = ask;
    this.draft = draft;
    this.keep = keep;
  }

  /** @param {string} key */
  isAnswered(key) {
    return this.draft.trail.includes(key);
  }

  /**
   * @param {string} key
   * @param {TextQuestion} question
   */
  text(key, { initial = '', ...question }) {
    return this.#answer(key, async (before) => {
      try {
        return await this.ask.text({ ...question, initial: before ?? initial });
      } catch (cause) {
        // What stood in the field stands there when the question comes again.
        if (cause instanceof Back && cause.typed !== '') this.draft.answers[key] = cause.typed;
        throw cause;
      }
    });
  }

  /**
   * @param {string} key
   * @param {ChoiceQuestion} question an option without a value says that one has to be chosen
   */
  choose(key, question) {
    const { ask } = this;
    const kept = this.draft.answers[key];
    // Since it was answered the seeds may have changed.
    if (this.isAnswered(key) && !question.options.some(({ value }) => value === kept))
      this.open([key]);
    return this.#answer(key, async (before) => {
      const isThere = question.options.some(({ value }) => value === before);
      const initial = isThere ? before : question.initial;
      for (;;) {
        const chosen = await ask.choose({
          ...question,
          ...(initial === undefined ? {} : { initial }),
        });
        if (chosen !== '') return chosen;
        ask.say('Choose one: several are possible, and none is likelier.');
      }
    });
  }

  /**
   * @param {string} key
   * @param {string} message
   * @param {boolean} [initial]
   */
  async yes(key, message, initial = true) {
    const said = await this.#answer(key, async (before) =>
      (await this.ask.confirm(message, before === undefined ? initial : before === 'yes'))
        ? 'yes'
        : 'no',
    );
    return said === 'yes';
  }

  /**
   * @param {string} key
   * @param {string} message
   */
  lines(key, message) {
    return this.#answer(key, () => this.ask.lines(message));
  }

  /**
   * Marks questions as not answered; what was answered stands in their fields.
   * @param {readonly string[]} keys
   */
  open(keys) {
    this.draft.trail = this.draft.trail.filter((key) => !keys.includes(key));
    this.keep();
  }

  /**
   * Takes an answer away, as if it had never been given.
   * @param {string} key
   */
  forget(key) {
    const { draft } = this;
    draft.answers = Object.fromEntries(
      Object.entries(draft.answers).filter(([name]) => name !== key),
    );
    this.open([key]);
  }

  /**
   * Goes through the questions until none is left; from the beginning again after each way back.
   * @template T
   * @param {() => Promise<T>} questions
   * @returns {Promise<T>}
   */
  async walk(questions) {
    for (;;) {
      try {
        return await questions();
      } catch (cause) {
        if (!(cause instanceof Back)) throw cause;
        const last = this.draft.trail.at(-1);
        if (last === undefined) this.ask.say('This is the first question.');
        else this.open([last]);
      }
    }
  }

  /**
   * @param {string} key
   * @param {(before: string | undefined) => Promise<string>} asking
   */
  async #answer(key, asking) {
    const { draft } = this;
    const before = draft.answers[key];
    if (before !== undefined && this.isAnswered(key)) return before;
    const given = await asking(before);
    draft.answers[key] = given;
    draft.trail.push(key);
    this.keep();
    return given;
  }
}
