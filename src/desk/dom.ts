/** What an element may be given: attributes, `on…` listeners, and `class`. False, null and undefined leave it out. */
export type Attributes = Readonly<Record<string, unknown>>;
export type Child = Node | string | number | null | undefined | false | readonly Child[];

/** Makes an element. Texts become text nodes, never markup, so nothing from the server can be run. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  append(element, children);
  return element;
}

/** Makes an element of a drawing, as `h` does of the page. */
export function svg(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  append(element, children);
  return element;
}

/** Empties an element and fills it anew. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren();
  append(element, children);
}

/** A bar of a share 0..1. Its width goes through CSSOM: the page's policy forbids style attributes. */
export function bar(share: number, className = 'bar'): HTMLElement {
  const inner = h('span', { class: 'bar-fill' });
  inner.style.inlineSize = `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
  return h('span', { class: className, 'aria-hidden': 'true' }, inner);
}

/** A small disc in a community's colour. */
export function swatch(colour: string): HTMLElement {
  const disc = h('span', { class: 'swatch', 'aria-hidden': 'true' });
  disc.style.backgroundColor = colour;
  return disc;
}

function setAttribute(element: Element, name: string, value: unknown): void {
  if (value === false || value === null || value === undefined) return;
  if (typeof value === 'function') element.addEventListener(name.replace(/^on/, ''), value as EventListener);
  else element.setAttribute(name, value === true ? '' : String(value));
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child as readonly Child[]);
    else if (child instanceof Node) element.append(child);
    else if (child !== null && child !== undefined && child !== false) element.append(String(child));
  }
}
