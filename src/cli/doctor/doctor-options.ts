import { parseArgs } from 'node:util'
import { messageOf } from '../../core/support/errors.ts'

/** What `earshot doctor` was asked for. */
export interface DoctorAsked { url: URL; send: boolean; json: boolean; timeout: number }

/** What was asked for, or a sentence about why that is not clear. `args` come after the word `doctor`. */
export function readDoctorOptions(args: readonly string[]): DoctorAsked | { help: true } | string {
  try {
    const { values, positionals: [address, ...more] } = parseArgs({
      args: [...args], allowPositionals: true, options: {
        json: { type: 'boolean', default: false }, 'no-send': { type: 'boolean', default: false },
        timeout: { type: 'string', default: '30' }, help: { type: 'boolean', default: false, short: 'h' },
      },
    })
    if (values.help) return { help: true }
    if (!address) return 'which page? Name its address, such as https://shop.example/'
    if (more.length) return `doctor takes one address, but got "${[address, ...more].join('" and "')}"`
    if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) return `"${address}" is not an address of the web, such as https://shop.example/`
    const seconds = Number(values.timeout)
    if (!(seconds > 0 && seconds <= 600)) return `--timeout takes seconds, above 0 and at most 600, but got "${values.timeout}"`
    return { url: new URL(address), send: !values['no-send'], json: values.json, timeout: seconds * 1000 }
  } catch (error) {
    return messageOf(error)
  }
}
