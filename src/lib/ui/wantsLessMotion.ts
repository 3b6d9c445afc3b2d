/** Whether people asked for less motion, in the system or in Settings › Appearance (`<html data-motion="reduce">`). */
export function wantsLessMotion(): boolean {
  return (
    document.documentElement.dataset.motion === 'reduce' ||
    matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
