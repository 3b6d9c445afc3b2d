/**
 * Says something to screen readers, politely: `announce('Run started.')`. One message per change that matters (D-56);
 * what is said before `Announcer` is on the page waits for it.
 */
export function announce(message: string): void {
  if (!message) return;
  if (listener) listener(message);
  else waiting.push(message);
}

/** Connects the live region; the returned function disconnects it. Only `Announcer` calls this. */
export function listenForAnnouncements(hear: (message: string) => void): () => void {
  listener = hear;
  waiting.splice(0).forEach(hear);
  return () => {
    if (listener === hear) listener = undefined;
  };
}

let listener: ((message: string) => void) | undefined;
const waiting: string[] = [];
