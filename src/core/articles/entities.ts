// What people write in Markdown. The full list of HTML has 2,231 names and would weigh more than the reader.
const named = new Map(
  ('amp & lt < gt > quot " apos \' nbsp \u00a0 copy © reg ® trade ™ hellip … mdash — ndash – lsquo ‘ rsquo ’ ' +
    'sbquo ‚ ldquo “ rdquo ” bdquo „ laquo « raquo » lsaquo ‹ rsaquo › bull • middot · times × divide ÷ deg ° ' +
    'plusmn ± frac12 ½ frac14 ¼ frac34 ¾ sup1 ¹ sup2 ² sup3 ³ micro µ para ¶ sect § euro € pound £ yen ¥ ' +
    'cent ¢ larr ← uarr ↑ rarr → darr ↓ harr ↔ check ✓ cross ✗ star ☆ hearts ♥ infin ∞ ne ≠ le ≤ ge ≥ asymp ≈ ' +
    'minus − shy \u00ad ensp \u2002 emsp \u2003 thinsp \u2009 zwj \u200d zwnj \u200c lrm \u200e rlm \u200f ' +
    'iexcl ¡ iquest ¿ ordf ª ordm º Auml Ä Ouml Ö Uuml Ü auml ä ouml ö uuml ü szlig ß eacute é egrave è ' +
    'ecirc ê euml ë agrave à aacute á acirc â atilde ã aring å aelig æ ccedil ç igrave ì iacute í icirc î ' +
    'iuml ï ntilde ñ ograve ò oacute ó ocirc ô otilde õ oslash ø oelig œ ugrave ù uacute ú ucirc û yacute ý ' +
    'yuml ÿ Eacute É Egrave È Agrave À Aacute Á Acirc Â Aring Å AElig Æ Ccedil Ç Ntilde Ñ Oacute Ó Oslash Ø ' +
    'Uacute Ú lbrack [ rbrack ] lbrace { rbrace } lpar ( rpar ) colon : num # ast * lowbar _ grave ` vert | ' +
    'bsol \\ sol / excl ! quest ? commat @ percnt % dollar $ plus + equals =')
    .split(' ').reduce<[string, string][]>((pairs, part, i, all) => (i % 2 ? [...pairs, [all[i - 1] ?? '', part]] : pairs), []),
)

const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,31}));/g

/** Replaces character references (`&amp;`, `&#233;`, `&#xe9;`), once; an unknown one stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(reference, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return named.get(name) ?? whole
    const code = decimal ? Number(decimal) : parseInt(hex ?? '', 16)
    // As HTML does: NUL, surrogates and what lies beyond Unicode become U+FFFD.
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code)
  })
}
