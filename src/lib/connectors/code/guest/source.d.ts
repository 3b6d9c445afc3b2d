export type GuestPart = 'plain' | 'log' | 'network' | 'guest';
export const GUEST_PARTS: readonly Exclude<GuestPart, 'guest'>[];
export function guestSource(texts: Readonly<Record<GuestPart, string>>): string;
export function expressionOf(file: string): string;
