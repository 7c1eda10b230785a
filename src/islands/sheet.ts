/**
 * The sheets to print: keeps the choice in the address, so that a colleague prints the same sheets, and writes that very
 * address and its code at their foot. Without it the boxes work all the same, and the foot names the sheets as a whole.
 */
import { qrOf } from '#lib/drawing/qr.ts';
import { sheetFoot } from '#lib/drawing/sheet-foot.ts';
import './summary/day-jump.ts';
import { choiceOf, queryOf, type SheetChoice } from '#lib/values/sheet-choice.ts';

const choices = document.querySelector<HTMLElement>('[data-sheet]');
if (choices) begin(choices);

function begin(choices: HTMLElement): void {
  const style = new CSSStyleSheet({ media: 'print' });
  document.adoptedStyleSheets.push(style);
  const { sheet: address = '', foot = '', page = '', of = '', button = '' } = choices.dataset;
  const tell = (query: string) => {
    const [own, text] = [address + query, foot.replace(address, address + query)];
    style.replaceSync(sheetFoot(own, text, { page, of }));
    const code = qrOf(own);
    const svg = document.querySelector('.screen-foot svg');
    svg?.setAttribute('viewBox', `0 0 ${code.size} ${code.size}`);
    svg?.querySelector('path')?.setAttribute('d', code.d);
    for (const place of document.querySelectorAll('.sheets .own')) place.textContent = own;
    const inFull = address + queryOf({ ...choiceOf(query), notes: 'full' });
    for (const place of document.querySelectorAll('.sheets .in-full')) place.textContent = inFull;
    // The sheets of another day are wanted alike.
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.choice nav a'))
      link.search = query;
  };
  const asked = choiceOf(location.search);
  show(choices, asked);
  tell(queryOf(asked));
  choices.addEventListener('change', () => {
    const query = queryOf(chosen(choices));
    tell(query);
    history.replaceState(history.state, '', location.pathname + query + location.hash);
  });
  const printing = document.createElement('button');
  printing.type = 'button';
  printing.textContent = button;
  printing.addEventListener('click', () => print());
  printing.dataset['print'] = '';
  // Into the last line, so that nothing below it moves.
  choices.lastElementChild?.append(printing);
  document.documentElement.dataset['sheet'] = 'ready';
}

function inputs(choices: HTMLElement): HTMLInputElement[] {
  return [...choices.querySelectorAll('input')];
}

function show(choices: HTMLElement, { without, notes, paper }: SheetChoice): void {
  for (const input of inputs(choices))
    input.checked =
      input.type === 'checkbox'
        ? !without.some((part) => part === input.value)
        : input.value === notes || input.value === paper;
}

function chosen(choices: HTMLElement): SheetChoice {
  const without = inputs(choices)
    .filter(({ type, checked }) => type === 'checkbox' && !checked)
    .map(({ value }) => value);
  const checked = (name: string) =>
    inputs(choices).find((input) => input.name === name && input.checked)?.value ?? '';
  return choiceOf(
    new URLSearchParams({
      without: without.join(','),
      notes: checked('notes'),
      paper: checked('paper'),
    }).toString(),
  );
}
