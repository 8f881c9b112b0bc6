/** What a backend knows of a rung just now. Absent means that it does not know. */
export interface RungNews {
  /** Median time to the first answer of the last 28 days, in hours in which the rung was open, and of how many. */
  medianHours?: number
  sample?: number
  /** People at their desk now. */
  onDuty?: number
  /** How many wait there. */
  waiting?: number
}
