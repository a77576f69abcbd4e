/** `npm run build`: installs and compiles what changed. */
import { prepare } from './prepare.mjs';

await prepare();
