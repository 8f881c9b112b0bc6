import type { FindingKind } from './finding.ts'
import * as cut from './redaction-cuts.ts'

/** A stretch within a match; where no kind is given it is the rule's. */
export interface Cut { start: number; end: number; kind?: FindingKind }

/** One row: what is looked for, and what takes its place. */
export interface Rule {
  kind: FindingKind
  blank: string
  /** Without this nothing is looked for: a cheap question to most texts. */
  hint: RegExp
  /** With the flag g. It must take linear time on any text: begin at a boundary that it looks back for, and repeat only disjoint classes. */
  pattern: RegExp
  /** Which stretches of a match are meant, none if it only looks so. Default: the whole match. */
  cut?: (match: RegExpExecArray) => readonly Cut[]
}

// Keys that say by their beginning whose they are
const makers = [
  'gh[opsur]_', 'github_pat_', 'gl(?:pat|dt|rt|ptt|soat|cbt|agent)-', 'xox[abeoprs]-', 'xapp-', 'A[KS]IA', 'AIza', 'ya29\\.', 'GOCSPX-', 'npm_', 'pypi-',
  'SG\\.', 'shp(?:at|ca|pa|ss)_', 'hf_', 'whsec_', 'dop_v1_', 'doo_v1_', 'lin_api_', 'ntn_', 'secret_', 'figd_', 'hv[sb]\\.', 'dp\\.pt\\.', 'PMAK-', 'NRAK-', 'gl(?:sa|c)_',
  'sntry[su]_', 'pscale_(?:tkn|pw)_', 'sbp_', 'sq0(?:atp|csp)-', 'dapi', 'rpa_', 'r8_', 'gsk_', 'pplx-', 'xai-', 'EAAA', 'key-', 'AGE-SECRET-KEY-', 'SK(?=[\\da-f]{32})',
  '[spr]k[-_](?:live_|test_|proj-|ant-)?',
].join('|')

// Scripts that set spaces between words: in the others a number or an address stands right after a letter.
const letters = ['Latin', 'Greek', 'Cyrillic', 'Arabic', 'Hebrew', 'Armenian', 'Georgian', 'Devanagari', 'Bengali'].map(script => `\\p{sc=${script}}`).join('')
const word = `[${letters}\\p{N}]`
export const before = `(?<!${word})`
export const after = `(?!${word})`
const local = `[${letters}\\p{M}\\p{N}._%+'-]`
const label = `[${letters}\\p{M}\\p{N}-]`
// Not within a longer number, nor after another group of one
const alone = `(?<![${letters}\\p{N}.,:/+_#-])(?<!\\d[ ])`
const ended = `(?![.,:/-]?[${letters}\\p{N}])`

// Said before a number, it makes any number a telephone's
const telephone =
  'tel|tele?phone|tel[eé]fono?|telefone?|t[eé]l[eé]phone|telefon(?:nummer|n[ií]|nr)?|tlf|phone|fone?|fax|mobil|mobile|m[oó]vil|mobiel|cell|cellphone|handy(?:nummer)?|rufnummer|' +
  'durchwahl|gsm|portable|celular|cellulare|telemóvel|telefoon(?:nummer)?|puhelin|puh|komórk[ai]|mob|whats\\s?app|signal|viber|call|ring|text|sms|anruf|r[üu]ckruf|appelez|llam[ae]|llámame|' +
  'chiam(?:ate|ami|are)|bel|numer|ligue|telefonu?|cep|телефону?|тел|моб|звоните|номер телефона|телефонен|τηλ|τηλέφωνο|κινητό|هاتف|هاتفي|جوال|جوالي|موبايل|تلفون|رقمي|تلفن|טלפון|נייד|फ़ोन|फोन|मोबाइल|電話|電話番号|携帯|电话|手机|電話號碼|전화|전화번호|휴대폰|โทร'

const between = 'number|nummer|no|nr|num|numéro|número|numer|me|us|is|ist|at|on|am|under|unter|au|al|है|は|番号|رقم|إلى|على'

/** What is always looked for, in this order: what an earlier row finds is out of reach of the later ones. */
export const table: readonly Rule[] = [
  {
    kind: 'secret', blank: '[secret]', hint: /-----BEGIN/,
    pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----[^]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----|$)/g,
  },
  // user:password@ in an address
  { kind: 'secret', blank: '[secret]', hint: /:\/\//, pattern: /(?<=:\/\/)[^\s/?#:@]*:[^\s/?#]*(?=@)/g },
  // name=value and "name": "value", and the same within an address that is part of another one
  {
    kind: 'secret', blank: '[secret]', hint: /=|["']\s{0,9}:/,
    pattern: /(.?)(?<![\w.%-])([\w.%-]+)(=|["']\s{0,9}:\s{0,9}["'])([^&#;\s"'<>[\]\ufffc]+)/g, cut: cut.named,
  },
  { kind: 'secret', blank: '[secret]', hint: /%3D/i, pattern: /%(26|3F|23)([\w.-]{1,64}?)(%3D)((?:(?!%26|%23)[^&#;\s"'<>[\]\ufffc])+)/gi, cut: cut.named },
  { kind: 'secret', blank: '[secret]', hint: /\/(?:re|in|ma|ve|co|ac|un|lo|si)/, pattern: /(?<=\/)((?:password-?)?(?:reset|invit(?:e|ation)|magic|verify|confirm|activate|unlock|login|signin)[\w-]{0,30})\/([\w-]{16,})/g, cut: cut.inPath },
  // "my password is …": where what follows looks like one
  {
    kind: 'secret', blank: '[secret]', hint: /pass|pwd|pin|kenn|contrase|senha|wachtwoord|has[lł]o|heslo|l[öo]sen|парол|سر|مرور|密码|密碼|パスワード|비밀번호/i,
    pattern: new RegExp(`${before}(?:pass\\s?wor[dt]|passwd|pwd|passphrase|passcode|kennwort|mot\\sde\\spasse|contrase[nñ]a|senha|palavra-passe|wachtwoord|has[lł]o|heslo|l[öo]senord|parola|пароль|كلمة (?:السر|المرور)|密码|密碼|パスワード|비밀번호)(\\s{0,3}(?:[:=：]|is|ist|was|war|lautet|est|es|é|è|jest|to|je|هي|は|是|)\\s{0,3}[:=]?\\s{0,3}["'“„«]?)([^\\s"'”“»,;<>[\\]\\ufffc]{6,64})`, 'giu'),
    cut: cut.saidPassword,
  },
  // JSON Web Tokens: three parts or five, the first two of them JSON
  { kind: 'token', blank: '[token]', hint: /eyJ/, pattern: /(?<![\w.-])eyJ[\w-]+\.[\w-]+\.[\w-]*(?:\.[\w-]+){0,2}/g },
  {
    kind: 'token', blank: '[token]', hint: /bearer|basic|token|apikey/i,
    pattern: /\b(Bearer|Basic|Token|ApiKey)(\s{1,9})([\w.~+/=-]{8,})/gi, cut: cut.scheme,
  },
  { kind: 'token', blank: '[token]', hint: /[-_.]|A[KSI]|SK|dapi|EAAA/, pattern: new RegExp(`(?<![\\w-])(?:${makers})[\\w.-]{16,}`, 'g'), cut: cut.key },
  // Slack's webhooks; keys of Telegram's and Discord's bots; Mailchimp's
  { kind: 'token', blank: '[token]', hint: /hooks\.slack/, pattern: /(?<=hooks\.slack\.com\/services\/)[\w/]{20,}/g },
  { kind: 'token', blank: '[token]', hint: /\d:[\w-]{30}/, pattern: /(?<![\w-])\d{8,10}:[\w-]{35}(?![\w-])/g },
  { kind: 'token', blank: '[token]', hint: /\.[\w-]{6}\.[\w-]{27}/, pattern: /(?<![\w.-])[MNO][\w-]{22,25}\.[\w-]{6}\.[\w-]{27,}/g },
  { kind: 'token', blank: '[token]', hint: /-us\d/, pattern: /(?<![\da-z])[\da-f]{32}-us\d{1,2}(?!\d)/g },
  {
    kind: 'email', blank: '[email]', hint: /@|%40/,
    pattern: new RegExp(`(?=[@%])(?<=(${local}{1,64}))(?:@|%40)(?:${label}+\\.)+[${letters}\\p{M}]{2,}${after}`, 'gu'), cut: cut.address,
  },
  // Written so that no machine finds it: bob (at) example.com, bob [at] example [dot] com
  {
    kind: 'email', blank: '[email]', hint: /[([{]\s?(?:at|ät|@|arroba)\s?[)\]}]/i,
    pattern: new RegExp(`(?<!${local})${local}{1,64}\\s?[([{]\\s?(?:at|ät|@|arroba)\\s?[)\\]}]\\s?${label}+(?:(?:\\.|\\s?[([{]\\s?(?:dot|punkt|punto|point|\\.)\\s?[)\\]}]\\s?)${label}+)+`, 'giu'),
  },
  { kind: 'iban', blank: '[iban]', hint: /[a-z]{2}\d\d/i, pattern: new RegExp(`${before}[a-z]{2}\\d{2}(?:[ .-]?[a-z\\d]){11,30}`, 'giu'), cut: cut.iban },
  { kind: 'card', blank: '[card]', hint: /\d{2}/, pattern: new RegExp(`(?=\\d)(?<![${letters}\\p{N}_+-]|\\d\\.)\\d(?:[ .-]?\\d){11,}(?![${letters}\\p{N}_])`, 'gu'), cut: cut.cards },
  { kind: 'hex', blank: '[hex]', hint: /[\da-f]{32}/i, pattern: /(?<![\da-z])(?:0x)?[\da-f]{32,}(?![\da-z])/gi },
]

/** Looked for after the ids that the owner names: any of those could be a telephone's number, too. */
export const numbers: readonly Rule[] = [
  // +49 (0) 30 901820, and 0049 30 901820
  {
    kind: 'phone', blank: '[phone]', hint: /\+|00|%2B/i,
    pattern: new RegExp(`(?=[+%0])(?<![${letters}\\p{N}+.,/-])(?:\\+|%2B|(?<!\\d[ ])00(?=[ 1-9]))\\s?\\(?[1-9](?:[ ./()-]{0,3}\\d){6,14}(?!\\d)`, 'giu'), cut: cut.international,
  },
  {
    kind: 'phone', blank: '[phone]', hint: /\d{2}/,
    pattern: new RegExp(
      `(?=[+(\\d])(?<!\\d[ ./()-]?)(?=\\+?\\(?\\d(?:[ ./()-]{0,3}\\d){5})(?<=\\p{L}[\\s.:：#()=_-]{0,5})(?<=(?<!\\p{L})(?:${telephone})(?:\\s?(?:${between})){0,3}[\\s.:：#()=_-]{0,5})(\\+?\\(?\\d(?:[ ./()-]{0,3}\\d){5,14})(?!\\d)`,
      'giu',
    ),
    cut: cut.told,
  },
  // (030) 901820, (555) 123-4567, (11) 98765-4321, 8 (495) 123-45-67
  {
    kind: 'phone', blank: '[phone]', hint: /\(\d/,
    pattern: new RegExp(
      `(?=[(18])(?<![${letters}\\p{N}.,/+-])(?:[18][ -]?)?\\((?:0\\d{1,4}\\) ?[ /-]? ?\\d{2,8}(?:[ ./-]\\d{2,4}){0,3}|[2-9]\\d{2}\\) ?-?\\d{3}[ .-]\\d{4}|` +
        `\\d{2}\\) ?9?\\d{4}[ -]\\d{4}|[3489]\\d\\d\\) ?\\d{3}[ -]\\d{2}[ -]\\d{2})${after}`,
      'gu',
    ),
    cut: cut.national,
  },
  // 030 901820, 089/123456, 01.23.45.67.89
  {
    kind: 'phone', blank: '[phone]', hint: /0\d/,
    pattern: new RegExp(`(?=0)${alone}0(?:\\d(?:\\.\\d\\d){4}|\\d{1,5} ?[ /-] ?\\d{2,9}(?:[ /-]\\d{2,5}){0,4})${ended}`, 'gu'), cut: cut.leadingZero,
  },
  // 555-123-4567
  { kind: 'phone', blank: '[phone]', hint: /\d{3}[-. ]\d{4}/, pattern: new RegExp(`(?=[1-9])${alone}(?:1[-. ])?[2-9]\\d{2}([-. ])\\d{3}\\1\\d{4}${ended}`, 'gu'), cut: cut.national },
]

/** What stands for something that was taken out; whatever looks for more leaves it alone. */
export const blanks = /\[(?:email|card|phone|id|iban|token|secret|hex|redacted)\]/g
