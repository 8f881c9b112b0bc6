import { EarshotError } from '../core/support/errors.ts'

/**
 * For the `catch` of an import of a package that only those install who need it.
 * @param who needs it: "Files in S3 need".
 * @throws {EarshotError} `receiver/package-missing`, always.
 */
export const packageMissing = (name: string, who: string) => (error: unknown): never => {
  throw new EarshotError('receiver/package-missing', `${who} the package "${name}": npm install ${name}`, { package: name, error })
}
