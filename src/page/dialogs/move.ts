type Mover = ParentNode & { moveBefore?(node: Node, before: Node | null): void }

/** Puts a node elsewhere in the page, with everything in it as it is where the browser can do that. */
export function move(node: Element, parent: Node, before: Node | null): void {
  const mover = parent as unknown as Mover
  if (mover.moveBefore && node.isConnected && parent.isConnected) {
    try {
      return mover.moveBefore(node, before)
    } catch {
      // Between documents, and in some trees, it will not.
    }
  }
  parent.insertBefore(node, before)
}
