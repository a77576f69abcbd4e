/** Words by which a reply ends what is sent to its sender; compared whole, without marks, in any case. */
const STOP = new Set([
  ...['td', 't', 'n', 'r', 'qx', 'stop', 'stopall', 'unsubscribe', 'end', 'quit', 'cancel', 'optout', 'remove'],
  ...['退订', '退訂', '取消', '取消订阅', '停止', '拒收', '不要再发', '别发了', '退'],
]);

/** Whether a reply asks to be left alone: `TD`, `回T`, `退订`, `Stop.` do; a sentence with such a word in it does not. */
export function asksToStop(text: string): boolean {
  const word = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '')
    .replace(/^回复?/, '');
  return STOP.has(word);
}
