/**
 * "As known on the day …": goes to the page of the last publication day not later than the day typed.
 * Without script the form leads to the list of all publication days.
 */
const form = document.querySelector<HTMLFormElement>('form[data-day-jump]');
const input = form?.querySelector('input');

if (form && input) {
  const tooEarly = form.dataset['tooEarly'] ?? '';
  input.addEventListener('input', () => input.setCustomValidity(''));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // Without the list of days the form does what it does without script.
    go(form, input, tooEarly).catch(() => form.submit());
  });
}

async function go(from: HTMLFormElement, typed: HTMLInputElement, tooEarly: string): Promise<void> {
  const answer = await fetch(from.dataset['dayJump'] ?? '');
  if (!answer.ok) return from.submit();
  const days = (await answer.json()) as string[];
  const day = days.findLast((known) => known <= typed.value);
  if (day === undefined) {
    typed.setCustomValidity(tooEarly);
    typed.reportValidity();
    return;
  }
  // Where the page keeps a choice in its address, the page of the other day has it too.
  location.assign(`${from.action}${day}/${'keep' in from.dataset ? location.search : ''}`);
}
