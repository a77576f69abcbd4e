/** A binary heap in an array: `push` and `pop` keep the first of the order on top. */
export function push<T>(heap: T[], item: T, before: (a: T, b: T) => boolean): void {
  heap.push(item);
  for (let at = heap.length - 1; at > 0; ) {
    const up = (at - 1) >> 1;
    if (!before(heap[at]!, heap[up]!)) return;
    [heap[at], heap[up]] = [heap[up]!, heap[at]!];
    at = up;
  }
}

/** Takes the first of the order off a heap that is not empty. */
export function pop<T>(heap: T[], before: (a: T, b: T) => boolean): T {
  const top = heap[0]!;
  const end = heap.pop()!;
  if (heap.length === 0) return top;
  heap[0] = end;
  for (let at = 0; ; ) {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    let least = at;
    if (left < heap.length && before(heap[left]!, heap[least]!)) least = left;
    if (right < heap.length && before(heap[right]!, heap[least]!)) least = right;
    if (least === at) return top;
    [heap[at], heap[least]] = [heap[least]!, heap[at]!];
    at = least;
  }
}
