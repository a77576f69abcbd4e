/** What views are made of. */
export { useAction, useAnswer } from './answer.js';
export { Bar, StackBar, Swatch } from './bars.js';
export { Chains } from './chains.js';
export { Download } from './download.js';
export { Form, Labelled, nameFields, namesOf } from './form.js';
export { atLeast, rangeOf } from './line.js';
export { aliases, aliasOf, nameIn, PersonLink } from './names.js';
export { ClosedNotice, FaultsNotice, Notice, ProblemNotice, Steps } from './notice.js';
export { Body, Panel } from './panel.js';
export { Sparkline } from './sparkline.js';
export { type Figure, Figures, List, Table } from './table.js';
export { Turns } from './turns.js';
export { Choices, Who } from './who.js';
