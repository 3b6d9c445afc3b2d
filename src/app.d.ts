/** Types that Kit reads by name. */
declare global {
  namespace App {
    interface Error {
      message: string;
      /** What `Copy details` copies: stack and place. */
      details?: string;
    }
  }

  /** The version in package.json, put in by Vite. */
  const __VERSION__: string;
}

export {};
