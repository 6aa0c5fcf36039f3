/** Whether some document around this one could read it. */

/** Same origin as the parent, or as any document further out, means that page scripts reach every field: then there is no form. */
export function isReadableFromOutside(self: Window): boolean {
  for (let outer = self; outer !== outer.parent; ) {
    outer = outer.parent;
    try {
      if (outer.document.nodeType) return true;
    } catch {
      // another origin: as it should be
    }
  }
  return self === self.parent;
}
