// `npm run gallery` shows Earshot as a guest of other houses' style sheets, in every theme.
import { hostNames } from './gallery/hosts.ts'
import { House } from './gallery/house.ts'

const demo = await House.start(undefined, 8080)
console.log(hostNames.map(host => `  ${host.padEnd(10)} ${demo.url}/gallery/${host}/`).join('\n'))
console.log('\n  Add ?theme=neutral, warm, contrast or terminal-plain, and &lang=ar. Stop it with Ctrl+C.')
process.once('SIGINT', () => void demo.close())
