import { getContext, setContext } from 'svelte';

const KEY = 'situations without a map';

/** Tells all pages which situations have nothing on a map; said once, above all pages. */
export const sayWithoutMap = (situations: () => readonly string[]): unknown =>
  setContext(KEY, situations);

/** Whether a situation has nothing on a map, so that no page may lead to one. */
export const isWithoutMap = (): ((situation: string) => boolean) => {
  const situations = getContext<(() => readonly string[]) | undefined>(KEY);
  return (situation) => situations?.().includes(situation) ?? false;
};
