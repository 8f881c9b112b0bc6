/** What words and numbers are typed into, but for searching. */
export const typed = 'input:not([type=search], [type=submit], [type=button], [type=checkbox], [type=radio], [type=range], [type=hidden])'

/** A search is tried, changed and sent again by nature. */
export const isSearch = (element: Element): boolean => !!element.closest('search, [role=search]')
