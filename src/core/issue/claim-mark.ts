/** What stands in an address before a claim: the beginning of its fragment. */
export const claimMark = '#earshot='
