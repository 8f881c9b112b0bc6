const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as HTML that says the same. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, sign => references[sign] ?? sign)
