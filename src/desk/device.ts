import { storeExists } from '../core/outbox/store-exists.ts'
import type { Context } from './context.ts'

/** The name of the desk's database on the device. */
export const storeNameOf = ({ settings: { desk } }: Context): string => (desk === 'default' ? 'earshot' : `earshot-${desk}`)

/** Whether an earlier page kept something. Creates nothing. */
export const existed = async (context: Context): Promise<boolean> => (context.seams.storeExists ?? storeExists)(storeNameOf(context))
