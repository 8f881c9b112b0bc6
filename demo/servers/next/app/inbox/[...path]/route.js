import { desk } from '../../../desk.js'

const handle = async request => (await desk()).inbox.handle(request)

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT }
