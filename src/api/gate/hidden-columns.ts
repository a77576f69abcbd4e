import type { Viewer } from '../../kernel/services.js';
import { classOf, hiddenClasses } from '../../security/index.js';

/** A row without the columns of classes that the policy hides from the viewer's role. */
export function withoutHidden<T extends Readonly<Record<string, unknown>>>(viewer: Viewer, row: T): T {
  const hidden = hiddenClasses(viewer.role);
  if (hidden.length === 0) return row;
  const shown = Object.entries(row).filter(([name]) => {
    const kind = classOf(name);
    return kind === undefined || !hidden.includes(kind);
  });
  return Object.fromEntries(shown) as T;
}
