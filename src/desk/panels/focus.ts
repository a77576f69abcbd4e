/** What can hold the focus. */
const FOCUSABLE = 'a[href], button, input, select, summary, [tabindex="0"]';

/** Makes a part of the page anew; whoever was in it by keyboard stays at the same place of it. */
export function keepingFocus(part: HTMLElement, make: () => void): void {
  const at = [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].indexOf(document.activeElement as HTMLElement);
  make();
  if (at < 0) return;
  const now = part.querySelectorAll<HTMLElement>(FOCUSABLE);
  now[Math.min(at, now.length - 1)]?.focus({ preventScroll: true });
}
