import type { Console } from '../console.ts'
import { doctor, type DoctorOptions } from './doctor.ts'
import { doctorHelp } from './doctor-help.ts'
import { readDoctorOptions } from './doctor-options.ts'
import { examinationJson, examinationText } from './examination-text.ts'

/** `earshot doctor`. @returns the exit code: 0 all is well, 1 something is to mend, 2 it was asked for something it does not know. */
export async function runDoctor(args: readonly string[], console: Pick<Console, 'out' | 'err'>, world: Pick<DoctorOptions, 'fetch' | 'clock'> = {}): Promise<number> {
  const asked = readDoctorOptions(args)
  if (typeof asked === 'string') {
    console.err(`earshot: ${asked}\nTry "earshot doctor --help".\n`)
    return 2
  }
  if ('help' in asked) {
    console.out(doctorHelp)
    return 0
  }
  const { url, json, ...options } = asked
  const examination = await doctor(url, { ...options, ...world })
  console.out(json ? examinationJson(examination) : examinationText(examination))
  return examination.findings.every(({ ok }) => ok) ? 0 : 1
}
