/** Stands for whatever log-in a site has. */
export const isStaff = (request: Request): boolean => request.headers.get('cookie') === 'staff=yes'
