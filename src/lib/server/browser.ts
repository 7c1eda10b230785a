import { existsSync } from 'node:fs';

/** Whether sheets can be made as PDF here. */
export const hasBrowser = (): boolean => existsSync('/usr/bin/chromium');
