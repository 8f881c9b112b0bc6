/** What passwords, cards and codes are typed into, as far as the page says so. */
export const secret = 'input[type=password i], [autocomplete*=cc- i], [autocomplete*=password i], [autocomplete~=one-time-code i]'
const secretName = /pass(?:word|wort|code|phrase)|card|cvc|cvv|iban|\bpin\b|kreditkarte/i

/** Whether passwords, cards or codes are typed into it: by what the page says of it, else by its name. */
export function isSecret(element: Element): boolean {
  const { id, name = '' } = element as HTMLInputElement
  return element.matches(secret) || (element.matches('input') && secretName.test(`${id} ${name}`))
}
