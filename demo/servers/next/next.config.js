// Left to Node: a bundler would look for databases and mail libraries that you do not use.
export default { serverExternalPackages: ['earshot', 'pg'] }
