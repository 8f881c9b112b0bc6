/** What the panel shows. */
export type View =
  | { readonly name: 'home' }
  | { readonly name: 'results'; readonly query: string }
  | { readonly name: 'article'; readonly id: string }
  | { readonly name: 'form'; readonly form: string }
  | { readonly name: 'receipt'; readonly id: string }
  | { readonly name: 'people' }
  | { readonly name: 'requests' }
  | { readonly name: 'request'; readonly id: string }
