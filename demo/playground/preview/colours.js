// @ts-check

/** The page's own rules for the dark, which ask the system. @type {CSSMediaRule[] | undefined} */
let rules

/** @param {CSSRuleList} list @returns {CSSMediaRule[]} */
const darkRules = list => [...list].filter(rule => rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-color-scheme: dark')).map(rule => /** @type {CSSMediaRule} */ (rule))

/** Light or dark, whatever the system prefers: who looks at the page wants to see both. @param {boolean} dark */
export function colour(dark) {
  rules ??= [...document.styleSheets].flatMap(sheet => darkRules(sheet.cssRules))
  for (const { media } of rules) media.mediaText = dark ? 'all' : 'not all'
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
}
