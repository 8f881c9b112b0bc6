// How well redaction does, kind by kind: `node test/core/issue/redaction-corpus/report.ts`
import { known, report, unseen } from './measure.ts'

console.log(report('Known to who wrote the table', known()))
console.log(report('Held out', unseen()))
