/** Texts that have broken programs before: none of them may be changed, run or refused. */
export const hostileStrings: readonly string[] = [
  'undefined', 'null', 'NaN', '-0', '1e999', '0x0', 'true', '[object Object]', '\\', '\\u0041', '%00', '%s%n', '${7*7}', '{{7*7}}',
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', '</textarea><svg onload=alert(1)>', '<!--', ']]>',
  "' OR 1=1 --", "'; DROP TABLE issues; --", '$$; select 1; $$', '=cmd|\' /C calc\'!A0', '@SUM(1+1)', '../../etc/passwd', '\r\nSet-Cookie: a=b',
  '\u0001\u0007\u001b[31m\u007f\u0085', '\u2028\u2029', '\ufeff\u200b\u2060\u00ad', '\u202e\u2066reversed\u2069', 'שלום عالم', 'Z̷̢a̶l̴g̵o̸'.normalize('NFD'),
  'Å Å Å', 'ﷺ', '田中さんにあげて下さい', '👩‍👩‍👧‍👦🏳️‍🌈', '𝒜𝔅𠜎', '\ufffe\uffff', 'İıſK', 'test\u0300\u0301', '1;2\t3|4',
]
