// For pages that a server rendered with Lit's own tools: imported after `@lit-labs/ssr-client/lit-element-hydrate-support.js`, before
// anything of Lit's. Other elements take over what the server drew. Ours know the visitor's desk, the server knew nobody: what it
// drew is the fallback, which they draw anew.

interface Support {
  (given: { LitElement: { prototype: { createRenderRoot(): HTMLElement } } }): void
}

const world = globalThis as { litElementHydrateSupport?: Support }
const support = world.litElementHydrateSupport

if (support) {
  world.litElementHydrateSupport = given => {
    const { prototype } = given.LitElement
    const anew = prototype.createRenderRoot
    support(given)
    const over = prototype.createRenderRoot
    prototype.createRenderRoot = function (this: HTMLElement) {
      return (this.localName.startsWith('earshot-') ? anew : over).call(this)
    }
  }
}

export {}
