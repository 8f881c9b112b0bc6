import { unsafeCSS } from 'lit'
import { launcherCss } from './launcher.ts'

/** The loader's own text, which no data ever enters. */
export const launcherStyles = unsafeCSS(launcherCss)
