/** With it, any element names the article that helps with it. */
export const attribute = 'data-earshot-article'
