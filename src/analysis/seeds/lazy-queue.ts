/** People by a falling key, the smaller position first where keys are equal: a binary heap. */
export interface LazyQueue {
  push(person: number, key: number): void;
  pop(): number | undefined;
}

/** An empty queue over people 0 .. people - 1; each may be in it once. */
export function lazyQueue(people: number): LazyQueue {
  const heap: number[] = [];
  const keys = new Float64Array(people);
  const before = (a: number, b: number) => keys[a]! > keys[b]! || (keys[a] === keys[b] && a < b);
  return {
    push: (person, key) => {
      keys[person] = key;
      rise(heap, heap.push(person) - 1, before);
    },
    pop: () => {
      const [top, last] = [heap[0], heap.pop()];
      if (heap.length > 0) sink(heap, last!, before);
      return top;
    },
  };
}

type Before = (a: number, b: number) => boolean;

function rise(heap: number[], from: number, before: Before): void {
  const person = heap[from]!;
  let at = from;
  while (at > 0 && before(person, heap[(at - 1) >> 1]!)) {
    heap[at] = heap[(at - 1) >> 1]!;
    at = (at - 1) >> 1;
  }
  heap[at] = person;
}

function sink(heap: number[], person: number, before: Before): void {
  let at = 0;
  for (;;) {
    let next = 2 * at + 1;
    if (next >= heap.length) break;
    if (next + 1 < heap.length && before(heap[next + 1]!, heap[next]!)) next++;
    if (!before(heap[next]!, person)) break;
    heap[at] = heap[next]!;
    at = next;
  }
  heap[at] = person;
}
