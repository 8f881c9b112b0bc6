import earshot, { folder } from './earshot-plugin.mjs'

export default {
  title: 'The workshop',
  url: 'https://docs.example',
  baseUrl: '/',
  onBrokenLinks: 'throw',
  staticDirectories: ['static', folder],
  presets: [['classic', { docs: { routeBasePath: 'docs' }, blog: false }]],
  plugins: [[earshot, { settings: { endpoint: '/issues' } }]],
  themeConfig: { navbar: { title: 'The workshop' } },
}
