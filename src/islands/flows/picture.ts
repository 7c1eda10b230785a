/** Pixels for one of the picture's: sharp on paper and on fine screens. */
const FINE = 2;

/** Beside the link to a state's picture one to the same picture as pixels, drawn by the browser from that very file. */
export function offerPixels(): void {
  addButtons();
  document.addEventListener('swapped', addButtons);
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-pixels]') : null;
    const link = button?.parentElement?.querySelector<HTMLAnchorElement>('[data-picture]');
    if (!button || !link) return;
    save(link.href).catch(() => {
      button.textContent = link.dataset['failed'] ?? '';
    });
  });
}

function addButtons(): void {
  for (const link of document.querySelectorAll<HTMLElement>('[data-picture]')) {
    if (link.nextElementSibling?.matches('[data-pixels]')) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['pixels'] = '';
    button.textContent = link.dataset['picture'] ?? '';
    link.after(' ', button);
  }
}

async function save(address: string): Promise<void> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * FINE;
  canvas.height = image.naturalHeight * FINE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => {
    if (!blob) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    // Of which map and which state.
    link.download = address.split('/').slice(-2).join('-').replace(/svg$/, 'png');
    link.click();
    URL.revokeObjectURL(link.href);
  }, 'image/png');
}
