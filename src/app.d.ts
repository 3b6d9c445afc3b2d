/** Types that Kit reads by name. */
declare global {
  namespace App {
    interface Error {
      message: string;
      /** What `Copy details` copies: stack and place. */
      details?: string;
    }
  }
}

export {};
