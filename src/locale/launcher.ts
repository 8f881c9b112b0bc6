/** The launcher's word in every language besides English, for the loader, which draws it before any language is fetched. Same as `help` there. */
export const launcherWords: Readonly<Record<string, string>> = { ar: 'مساعدة', de: 'Hilfe' }
