/** What people and programs put around and between contacts in a cell, taken away before the contact is read. */

/** Marks that cannot be seen: zero-width, direction, soft hyphen, byte order. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** What is written where there is nothing. */
const NOTHING = new Set(
  ['-', '--', '—', '.', '/', '\\', '?', 'n/a', 'na', 'n.a.', '#n/a', 'nil', 'none', 'null', 'undefined', 'nan'].concat([
    'unknown',
    'keine',
    '无',
    '無',
    '没有',
    '暂无',
    '未知',
    '不详',
    '未填',
    '空',
  ]),
);

/**
 * Text in one width and without what a spreadsheet needs: `="138…"`, a leading apostrophe, marks that cannot be seen.
 */
export function bareText(text: string): string {
  const plain = text.normalize('NFKC').replace(UNSEEN, '').trim();
  const armour = /^=\s*"(.*)"$/s.exec(plain) ?? /^"(.*)"$/s.exec(plain);
  return (armour ? armour[1]! : plain).replace(/^['’‘`]\s*/, '').trim();
}

/** Whether a text tells no contact: `-`, `N/A`, 无, zeros only, or digits that a spreadsheet cut off (1.38E+10). */
export function saysNothing(text: string): boolean {
  return NOTHING.has(text.toLowerCase()) || /^[0\s().+-]*$/.test(text) || /^\d([.,]\d+)?E\+\d{1,3}$/i.test(text);
}

/** The pieces of a cell that holds several values: `a / b`, `a ::: b`, `a; b`, `a、b`, one a line. */
export function piecesOf(text: string): string[] {
  const pieces = text.split(/\s*:::\s*|\s*[;；,，、|\n\r]\s*|\s+\/\s+/);
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}
