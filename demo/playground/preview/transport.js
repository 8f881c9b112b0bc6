// @ts-check

let count = 0

/** Sends nothing anywhere: what a backend would get is shown beside the preview. @param {(message: object) => void} tell */
export const transport = tell => ({
  /** @param {{ id: string }} issue @param {{ name: string, type: string, size: number }[]} attachments */
  async send(issue, attachments) {
    tell({ issue: structuredClone(issue), attachments: attachments.map(({ name, type, size }) => ({ name, type, size })) })
    return { id: issue.id, reference: `TRY-${++count}`, acceptedAt: new Date().toISOString() }
  },
})
