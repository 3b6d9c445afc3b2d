/** Addresses of the catalogue's pages. */
import { resolve } from '$app/paths';

export function connectorAddress(key: string): string {
  return resolve('/connectors/[key]', { key });
}

export function actionAddress(key: string, action: string): string {
  return resolve('/connectors/[key]/[action]', { key, action });
}
