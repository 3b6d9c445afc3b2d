import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBeside } from '#lib/ui/placeBeside.ts';

const view = { width: 400, height: 300 };
const box = { width: 100, height: 20 };

/** A rectangle; only its edges and width are read. */
function anchor(left: number, top: number, width: number, height: number): DOMRect {
  return { left, top, width, height, right: left + width, bottom: top + height } as DOMRect;
}

describe('a box beside its anchor', () => {
  it('is below it and centred', () => {
    expect(placeBeside(anchor(180, 100, 40, 30), box, view)).toEqual({ x: 150, y: 136 });
  });

  it('is below it where it just fits', () => {
    expect(placeBeside(anchor(180, 244, 40, 30), box, view).y).toBe(280);
  });

  it('is above it where there is no room below', () => {
    expect(placeBeside(anchor(180, 245, 40, 30), box, view).y).toBe(219);
  });

  it('keeps away from the edges of the window', () => {
    expect(placeBeside(anchor(0, 100, 20, 20), box, view).x).toBe(8);
    expect(placeBeside(anchor(380, 100, 20, 20), box, view).x).toBe(292);
  });

  it('shows its start when it is wider than the window', () => {
    expect(placeBeside(anchor(180, 100, 40, 30), { width: 500, height: 20 }, view).x).toBe(8);
  });

  it('shows its top when it is higher than the window', () => {
    expect(placeBeside(anchor(180, 100, 40, 30), { width: 100, height: 500 }, view).y).toBe(0);
  });

  it('stays in the window beside an anchor as high as the window', () => {
    expect(placeBeside(anchor(180, 0, 40, 300), box, view).y).toBe(280);
  });

  it('is at whole pixels, so that its letters are sharp', () => {
    expect(placeBeside(anchor(180.3, 100.4, 40, 30), box, view)).toEqual({ x: 150, y: 136 });
  });

  it('is beside a control of a narrow sidebar, at its height', () => {
    expect(placeBeside(anchor(8, 100, 40, 30), box, view, 'right')).toEqual({ x: 54, y: 105 });
    expect(placeBeside(anchor(352, 100, 40, 30), box, view, 'left')).toEqual({ x: 246, y: 105 });
  });

  it('is inside the window wherever its anchor is', () => {
    const place = fc.integer({ min: -500, max: 900 });
    const toward = fc.constantFrom('below', 'left', 'right');
    fc.assert(
      fc.property(place, place, fc.nat(500), fc.nat(500), toward, (left, top, width, height, side) => {
        const at = placeBeside(anchor(left, top, width, height), box, view, side);
        expect(at.x).toBeGreaterThanOrEqual(8);
        expect(at.x).toBeLessThanOrEqual(292);
        expect(at.y).toBeGreaterThanOrEqual(0);
        expect(at.y).toBeLessThanOrEqual(280);
      }),
    );
  });
});
