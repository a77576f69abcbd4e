/** `npx --yes tsx examples/typescript/run.mts http://127.0.0.1:4000 TOKEN CUSTOMER` */
import { tour } from './tour.js';

const [url = 'http://127.0.0.1:4000', token = '', customer = ''] = process.argv.slice(2);
for (const line of await tour({ url, token }, customer)) console.log(line);
