/** What Kit tells of errors that no page caught. */
import type { HandleClientError } from '@sveltejs/kit';

export const handleError: HandleClientError = ({ error, status, message }) => ({
  message: error instanceof Error && status !== 404 ? error.message : message,
  details: error instanceof Error ? (error.stack ?? error.message) : String(error),
});
