import type { Measure } from '#lib/records/model.ts';

/** Whether a measure counts entries in a register. An entry is not a person, so it is drawn and named otherwise. */
export const isRegistration = ({ id }: Pick<Measure, 'id'>): boolean =>
  id === 'temporary_protection';
