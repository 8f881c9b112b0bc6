/** What a page may say from outside that needs more than the cascade, once it does. */
export const decisiveTokens = ['--earshot-accent', '--earshot-canvas', '--earshot-raised', '--earshot-radius', '--earshot-density']
