import { register } from '../roster.ts'
import { EarshotArticle } from './article.ts'

register('earshot-article', EarshotArticle)

export { EarshotArticle }
