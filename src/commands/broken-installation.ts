/** A file that belongs to the checker itself is not what it must be. */
export class BrokenInstallation extends Error {}
