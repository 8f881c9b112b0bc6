const secret = 'input[type=password], [autocomplete*=cc-], [autocomplete*=password], [autocomplete=one-time-code]'
const secretName = /pass(?:word|wort|code|phrase)|card|cvc|cvv|iban|\bpin\b|kreditkarte/i

/** Whether passwords, cards or codes are typed into it: by what the page says of it, else by its name. */
export function isSecret(element: Element): boolean {
  const { id, name = '' } = element as HTMLInputElement
  return element.matches(secret) || (element.matches('input') && secretName.test(`${id} ${name}`))
}
