import { refuseOldNode } from './node-version.js';

refuseOldNode();
// What a release runs: the tests, with every address of the server and of an export.
process.env['PROVE'] = '1';
void import('./test.js');
