import { backAndForth } from './back-and-forth.ts'
import { deadClick } from './dead-click.ts'
import type { Detector } from './detector.ts'
import { fieldInvalid } from './field-invalid.ts'
import { formHesitation } from './form-hesitation.ts'
import { formRepeated } from './form-repeated.ts'
import { pictureBroken } from './picture-broken.ts'
import { rageClick } from './rage-click.ts'
import { requestFailed } from './request-failed.ts'
import { requestSlow } from './request-slow.ts'
import { scriptError } from './script-error.ts'
import { thirdVisit } from './third-visit.ts'

/** All there are. */
export const detectors: readonly Detector[] = [
  rageClick, deadClick, fieldInvalid, formRepeated, scriptError, requestFailed, requestSlow, backAndForth, thirdVisit, formHesitation, pictureBroken,
]
