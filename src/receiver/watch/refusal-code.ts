const codes: Record<number, string> = {
  400: 'unreadable', 401: 'not-allowed', 403: 'not-with-this', 404: 'not-here', 405: 'wrong-method', 408: 'too-slow', 409: 'in-progress',
  413: 'too-large', 415: 'wrong-format', 422: 'invalid', 429: 'limit/requests', 503: 'unavailable',
}

/** Why a request was refused, in a word that stays the same: whoever refused it says it, or its status does. */
export const refusalCode = ({ status, code }: { status: number; code?: string | undefined }): string => code ?? codes[status] ?? 'refused'
