type Summon = (tag: string) => Promise<unknown>

let summoner: Summon = () => Promise.resolve()

/** The roster says here how an element is fetched; elements must not know the roster, which knows them. */
export function provideSummon(summon: Summon) {
  summoner = summon
}

/** Fetches and defines an element that is about to be shown. Resolves at once where it is defined already. */
export const summon: Summon = tag => (customElements.get(tag) ? Promise.resolve() : summoner(tag))
