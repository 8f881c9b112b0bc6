// Writes container.json, which Tag Manager takes under Admin → Import Container. `node demo/recipes/google-tag-manager/make-container.ts`
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname
const ids = { accountId: '0', containerId: '0' }
const allPages = '2147479553'
const text = (key: string, value: string) => ({ type: 'TEMPLATE', key, value })
const html = (file: string) => [text('html', readFileSync(join(here, file), 'utf8')), { type: 'BOOLEAN', key: 'supportDocumentWrite', value: 'false' }]
const constant = (variableId: string, name: string, value: string, notes: string) =>
  ({ ...ids, variableId, name: `Earshot - ${name}`, type: 'c', parameter: [text('value', value)], notes })

/** What an import holds; the numbers of account and container are the importer's own afterwards. */
export function container() {
  return {
    exportFormatVersion: 2,
    exportTime: '2026-11-22 00:00:00',
    containerVersion: {
      ...ids, path: 'accounts/0/containers/0/versions/0', containerVersionId: '0',
      container: { ...ids, path: 'accounts/0/containers/0', name: 'Earshot', publicId: 'GTM-XXXXXXX', usageContext: ['WEB'] },
      tag: [
        {
          ...ids, tagId: '1', name: 'Earshot', type: 'html', parameter: html('earshot.html'), firingTriggerId: [allPages], tagFiringOption: 'ONCE_PER_LOAD',
          // It keeps nothing and sends nothing before desk.consent(true): there is nothing to ask for yet.
          consentSettings: { consentStatus: 'NOT_NEEDED' }, monitoringMetadata: { type: 'MAP' },
        },
        {
          ...ids, tagId: '2', name: 'Earshot - consent', type: 'html', parameter: html('consent.html'), firingTriggerId: [allPages, '1'], tagFiringOption: 'ONCE_PER_EVENT',
          consentSettings: { consentStatus: 'NEEDED', consentType: { type: 'LIST', list: [{ type: 'TEMPLATE', value: 'functionality_storage' }] } }, monitoringMetadata: { type: 'MAP' },
        },
      ],
      trigger: [
        {
          ...ids, triggerId: '1', name: 'Earshot - the banner was answered', type: 'CUSTOM_EVENT',
          customEventFilter: [{ type: 'MATCH_REGEX', parameter: [text('arg0', '{{_event}}'), text('arg1', '{{Earshot - consent event}}')] }],
        },
      ],
      variable: [
        constant('1', 'base', 'https://cdn.example/earshot/0.1.0/', 'Where earshot.js lies, with a slash at the end.'),
        constant('2', 'integrity', 'undefined', 'Its checksum, from “earshot snippet”; “undefined” for none.'),
        constant('3', 'endpoint', 'https://shop.example/issues', 'Where messages go.'),
        constant('4', 'articles', 'undefined', 'The address of an index; “undefined” for none.'),
        constant('5', 'consent event', '^(cookie_consent_update|consent_update|OneTrustGroupsUpdated)$', 'What your consent banner pushes when it is answered.'),
      ],
    },
  }
}

export const containerJson = () => `${JSON.stringify(container(), null, 2)}\n`

if (import.meta.filename === process.argv[1]) writeFileSync(join(here, 'container.json'), containerJson())
