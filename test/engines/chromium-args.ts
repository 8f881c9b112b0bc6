/** Quiet start of the system's Chromium: nothing fetched on the side, no graphics card asked for. */
export const chromiumArgs = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
]
