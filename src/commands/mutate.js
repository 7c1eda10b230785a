import { refuseOldNode } from './node-version.js';

refuseOldNode();
// Which small change of a deciding module no test notices.
void import('./mutants.js');
