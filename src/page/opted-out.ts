/** Whether the customer's browser says that they want nothing passed on: https://w3c.github.io/gpc/ */
export const isOptedOut = (view: Window = window): boolean =>
  (view.navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true
